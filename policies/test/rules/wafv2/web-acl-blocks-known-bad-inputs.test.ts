import rule from "../../../rules/wafv2/web-acl-blocks-known-bad-inputs";
import { describeRule } from "../../support/table";

const KNOWN_BAD_INPUTS = "AWSManagedRulesKnownBadInputsRuleSet";

/** A rule with a managed group, and what its statement says besides. */
const managed = (name: string, more: object = {}, overrideAction: object = { none: {} }) => ({
  ...{ name: "rule", priority: 1, overrideAction },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name, ...more } },
});
const count = (name: string) => ({ name, actionToUse: { count: {} } });

const TO_IT = { sources: { webAclArn: ["it"] } };
const association = (overrideAction?: string) => ({
  ...{ type: "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation", name: "associated", ...TO_IT },
  inputs: {
    managedRuleGroup: { vendorName: "AWS", name: KNOWN_BAD_INPUTS },
    ...(overrideAction && { overrideAction }),
  },
});

const MESSAGE =
  "No rule of the web ACL blocks known bad inputs; add the group AWSManagedRulesKnownBadInputsRuleSet, and let it block. (end)";

describeRule(rule, [
  {
    it: "fails a web ACL with another managed group",
    fails: { rules: [managed("AWSManagedRulesCommonRuleSet")] },
    messages: [MESSAGE],
    passes: {
      "one that blocks them, too": { rules: [managed("AWSManagedRulesCommonRuleSet"), managed(KNOWN_BAD_INPUTS)] },
      "one that says so in JSON": {
        ruleJson: JSON.stringify([{ Statement: { ManagedRuleGroupStatement: { Name: KNOWN_BAD_INPUTS } } }]),
      },
      "one whose group counts something else": {
        rules: [managed(KNOWN_BAD_INPUTS, { ruleActionOverrides: [count("PROPFIND_METHOD")] })],
      },
    },
    passesWith: {
      "one to which a rule of its own adds the group": [
        { type: "aws:wafv2/webAclRule:WebAclRule", name: "added", inputs: managed(KNOWN_BAD_INPUTS), ...TO_IT },
      ],
      "one with which the group is associated": [association()],
    },
  },
  {
    it: "fails one that only counts them",
    fails: { rules: [managed(KNOWN_BAD_INPUTS, {}, { count: {} })] },
    later: [association("count")],
    messages: [MESSAGE],
    passes: { "one that blocks them": { rules: [managed(KNOWN_BAD_INPUTS)] } },
  },
  {
    it: "fails one that makes an exception of Log4j",
    fails: { rules: [managed(KNOWN_BAD_INPUTS, { ruleActionOverrides: [count("Log4JRCE_BODY")] })] },
    messages: [MESSAGE],
    passes: { "one that makes none": { rules: [managed(KNOWN_BAD_INPUTS)] } },
  },
  {
    it: "fails one that excludes Log4j's rule, as it was said before, in JSON",
    fails: {
      ruleJson: JSON.stringify([
        { Statement: { ManagedRuleGroupStatement: { Name: KNOWN_BAD_INPUTS, ExcludedRules: [{ Name: "Log4JRCE" }] } } },
      ]),
    },
    messages: [MESSAGE],
    passes: { "one that blocks them": { rules: [managed(KNOWN_BAD_INPUTS)] } },
  },
]);
