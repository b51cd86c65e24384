import rule from "../../../rules/lb/load-balancer-blocks-known-bad-inputs";
import * as assert from "node:assert/strict";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const acl = (name: string) => ({
  ...{ type: "aws:wafv2/webAcl:WebAcl", name: "acl" },
  inputs: { rules: [{ overrideAction: { none: {} }, statement: { managedRuleGroupStatement: { name } } }] },
});
const association = {
  ...{ type: "aws:wafv2/webAclAssociation:WebAclAssociation", name: "association", inputs: {} },
  sources: { resourceArn: ["it"], webAclArn: ["acl"] },
};

describeRule(rule, [
  {
    it: "fails a load balancer whose web ACL knows nothing of them",
    fails: {},
    others: [acl("AWSManagedRulesAnonymousIpList")],
    later: [association],
    messages: [
      "The load balancer's web ACL blocks no known bad inputs; add AWSManagedRulesKnownBadInputsRuleSet to it. (end)",
    ],
    passes: {
      "an internal one": { internal: true },
      "a Network Load Balancer, which takes no web ACL": { loadBalancerType: "network" },
    },
  },
]);

describe("an Application Load Balancer", () => {
  const it0 = { type: "aws:alb/loadBalancer:LoadBalancer", name: "it", inputs: {} };

  it("passes with a web ACL that blocks known bad inputs, and without any, which is another rule's", async () => {
    assert.deepEqual(await judge([rule], [acl("AWSManagedRulesKnownBadInputsRuleSet"), it0, association]), []);
    assert.deepEqual(await judge([rule], [it0]), []);
  });

  it("cannot be judged where its web ACL is another stack's", async () => {
    const foreign = { ...association, sources: { resourceArn: ["it"] } };
    const lines = await judge([rule], [it0, foreign], { [rule.name]: { onUnknown: "advisory" } });
    assert.match(lines.join(), /^advisory it: [^]*\(end\)$/);
  });
});
