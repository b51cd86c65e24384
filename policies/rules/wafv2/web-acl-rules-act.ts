import { each, get, isSet, mustBeSet, not, type Subject, unless, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import type { Fact } from "../../model/verdict";

/** Where each type has its rules. */
const RULES: Record<string, string> = {
  "aws:wafv2/webAcl:WebAcl": "rules",
  "aws:wafv2/ruleGroup:RuleGroup": "rules",
  "aws:wafregional/webAcl:WebAcl": "rules",
  "aws:waf/webAcl:WebAcl": "rules",
  "aws:wafregional/ruleGroup:RuleGroup": "activatedRules",
  "aws:waf/ruleGroup:RuleGroup": "activatedRules",
};

export default defineRule({
  name: "web-acl-rules-act",
  requires: "A rule of a web ACL or of a rule group says what becomes of a request.",
  fix: "Set action, or overrideAction for a rule group.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/waf-rule-action.html",
  controls: { checkov: ["CKV_AWS_342"] },
  types: Object.keys(RULES),
  guards: ["rules", "activatedRules"],
  judge: (resource) =>
    each(resource, RULES[resource.type] ?? "rules", (rule) =>
      // AWS's managed groups bring their own actions.
      where(not(isSet(rule, "statement.managedRuleGroupStatement")), () =>
        unless(mustAct(rule, "action"), mustAct(rule, "overrideAction")),
      ),
    ),
});

function mustAct(rule: Subject, path: string): Fact {
  const action = get(rule, path);
  const empty = typeof action === "object" && action !== null && Object.keys(action).length === 0;
  return mustBeSet(empty ? { ...rule, declared: {} } : rule, path, "say what becomes of a request that matches.");
}
