import * as assert from "node:assert/strict";
import rule from "../../../rules/lb/load-balancer-mitigates-desync";
import { remediate } from "../../support/pack";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that only watches",
    fails: { desyncMitigationMode: "monitor" },
    messages: ['desyncMitigationMode is monitor; set it to "defensive" or "strictest".'],
    passes: {
      "one that defends": { desyncMitigationMode: "defensive" },
      "one that is strict": { desyncMitigationMode: "strictest" },
      "one that says nothing, because AWS defends then": { desyncMitigationMode: undefined },
      "a Network Load Balancer, which reads no HTTP": { loadBalancerType: "network" },
    },
    remediated: { desyncMitigationMode: "defensive" },
  },
  {
    it: "fails a classic load balancer that only watches",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { desyncMitigationMode: "monitor" },
    messages: ['desyncMitigationMode is monitor; set it to "defensive" or "strictest".'],
    passes: { "one that says nothing": { desyncMitigationMode: undefined } },
  },
]);

describe("a remediation of desync mitigation", () => {
  const remediated = (inputs: Record<string, unknown>) =>
    remediate(rule, { type: "aws:lb/loadBalancer:LoadBalancer", name: "it", inputs });

  it("leaves a stricter mode, and a Network Load Balancer, which takes none", async () => {
    assert.equal(await remediated({ desyncMitigationMode: "strictest" }), undefined);
    assert.equal(await remediated({ loadBalancerType: "network" }), undefined);
  });
});
