import * as assert from "node:assert/strict";
import { find, record, waitsFor } from "@groundwork/core/testing";
import * as pulumi from "@pulumi/pulumi";
import { edge, web } from "../balancers";

const LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";

describe("moving to another VPC", () => {
  for (const balancer of [web, edge]) {
    it(`replaces the load balancer, because AWS keeps it in its VPC: ${balancer.name}`, async () => {
      const there = await record(() => balancer({ vpcId: "vpc-2" }));
      assert.equal(find(there, LOAD_BALANCER).replacementTrigger, "vpc-2");
      const later = await record(() => balancer({ vpcId: pulumi.output("vpc-3") }));
      assert.equal(find(later, LOAD_BALANCER).replacementTrigger, "vpc-3");
    });
  }

  it("moves its names last, to a load balancer that serves", async () => {
    const aliases = [{ name: "www.example.com", hostedZoneId: "Z2" }];
    const rules = [{ name: "api", conditions: { paths: ["/api/*"] }, action: { forward: "app" } }];
    const application = await record(() => web({ aliases, listeners: [{ port: 443, rules }] }));
    const network = await record(() => edge({ aliases }));
    const type = "aws:route53/record:Record";
    assert.deepEqual(waitsFor(find(application, type)), [
      "web-443-listener",
      "web-443-listener-rule-api",
      "web-load-balancer",
    ]);
    assert.deepEqual(waitsFor(find(network, type)), ["edge-5432-listener", "edge-load-balancer"]);
  });
});
