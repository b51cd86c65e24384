import * as assert from "node:assert/strict";
import rule from "../../../rules/lb/load-balancer-drops-invalid-headers";
import { remediate } from "../../support/pack";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that says nothing, because AWS keeps such headers",
    fails: {},
    messages: ["dropInvalidHeaderFields is not set, and AWS takes false then; set it to true."],
    passes: { "one that drops them": { dropInvalidHeaderFields: true } },
    remediated: { dropInvalidHeaderFields: true },
  },
  {
    it: "fails one that keeps them, by either token",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { dropInvalidHeaderFields: false, loadBalancerType: "application" },
    messages: ["dropInvalidHeaderFields is false; set it to true."],
    passes: {
      "one that drops them": { dropInvalidHeaderFields: "true" },
      "a Network Load Balancer, which has no headers": { loadBalancerType: "network" },
    },
  },
]);

describe("a remediation of invalid headers", () => {
  it("leaves a Network Load Balancer alone, which takes no such setting", async () => {
    const inputs = { loadBalancerType: "network" };
    assert.equal(await remediate(rule, { type: "aws:lb/loadBalancer:LoadBalancer", name: "it", inputs }), undefined);
  });
});
