import * as assert from "node:assert/strict";
import { ofType, resourcesOf, type Recorded } from "../stack";
import { describeEnvironment } from "./environment";

const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

describeEnvironment("staging");

describe("staging", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await resourcesOf("staging");
  });

  it("has two fleets, each behind its own target group, so that requests can move between them", () => {
    assert.equal(ofType(resources, "aws:autoscaling/group:Group").length, 2);
    assert.equal(ofType(resources, TARGET_GROUP).length, 2);
    assert.equal(ofType(resources, NAT_GATEWAY).length, 3);
  });
});
