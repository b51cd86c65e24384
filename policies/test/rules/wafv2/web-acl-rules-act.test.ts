import rule from "../../../rules/wafv2/web-acl-rules-act";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a rule that does nothing",
    fails: { rules: [{ name: "count", action: { count: {} } }, { name: "nothing" }] },
    messages: ["rules[1].action is not set; say what becomes of a request that matches."],
    passes: {
      "one that blocks": { rules: [{ name: "block", action: { block: {} } }] },
      "a rule group with an override": { rules: [{ overrideAction: { none: {} } }] },
      "a managed group, which has its own": {
        rules: [{ statement: { managedRuleGroupStatement: { name: "group" } } }],
      },
    },
  },
  {
    it: "fails an empty action of AWS WAF Classic",
    type: "aws:wafregional/webAcl:WebAcl",
    fails: { rules: [{ action: {}, ruleId: "rule" }] },
    messages: ["rules[0].action is not set; say what becomes of a request that matches."],
    passes: { "one that blocks": { rules: [{ action: { type: "BLOCK" }, ruleId: "rule" }] } },
  },
  {
    it: "fails a rule group's rule",
    type: "aws:waf/ruleGroup:RuleGroup",
    fails: { activatedRules: [{ ruleId: "rule" }] },
    messages: ["activatedRules[0].action is not set; say what becomes of a request that matches."],
    passes: { "one that counts": { activatedRules: [{ action: { type: "COUNT" } }] } },
  },
]);
