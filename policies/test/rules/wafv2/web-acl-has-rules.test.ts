import rule from "../../../rules/wafv2/web-acl-has-rules";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a web ACL without rules",
    fails: { rules: [] },
    messages: ["The web ACL has no rule; add one, or remove the web ACL. (end)"],
    passes: {
      "one with a rule": { rules: [{ name: "rule" }] },
      "one with rules in JSON": { ruleJson: '[{"Name":"rule"}]' },
    },
    passesWith: {
      "one to which a resource adds a rule": [
        {
          type: "aws:wafv2/webAclRule:WebAclRule",
          name: "rule",
          inputs: { name: "rule" },
          sources: { webAclArn: ["it"] },
        },
      ],
    },
  },
  {
    it: "fails one of AWS WAF Classic with an empty rule",
    type: "aws:wafregional/webAcl:WebAcl",
    fails: { rules: [{}] },
    messages: ["The web ACL has no rule; add one, or remove the web ACL."],
    passes: { "one with a rule": { rules: [{ ruleId: "rule" }] } },
  },
]);
