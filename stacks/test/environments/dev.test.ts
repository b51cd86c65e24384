import * as assert from "node:assert/strict";
import { ofType, resourcesOf, type Recorded } from "../stack";
import { describeEnvironment } from "./environment";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
const NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
const TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";

describeEnvironment("dev");

describe("dev", () => {
  let resources: Recorded[];

  before(async () => {
    resources = await resourcesOf("dev");
  });

  it("is small: one NAT gateway, and a load balancer that can be destroyed", () => {
    assert.equal(ofType(resources, NAT_GATEWAY).length, 1);
    assert.deepEqual(
      ofType(resources, LOAD_BALANCER).map(({ inputs }) => inputs["enableDeletionProtection"]),
      [false],
    );
  });

  it("answers /status by a function, and all else by its fleet", () => {
    assert.deepEqual(
      ofType(resources, TARGET_GROUP)
        .map(({ inputs }) => inputs["targetType"])
        .sort(),
      ["instance", "lambda"],
    );
    const [rule] = ofType(resources, "aws:lb/listenerRule:ListenerRule");
    assert.deepEqual(rule!.inputs["conditions"], [{ pathPattern: { values: ["/status"] } }]);
    assert.equal(ofType(resources, "aws:lambda/function:Function").length, 1);
  });
});
