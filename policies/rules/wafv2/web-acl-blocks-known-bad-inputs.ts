import { mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { blocksBy, WEB_ACL, WEB_ACL_RULES } from "../../model/web-acl";

export default defineRule({
  name: "web-acl-blocks-known-bad-inputs",
  requires: "A web ACL blocks requests that are known to be malicious, such as those that exploit Log4j.",
  fix: "Add the managed rule group AWSManagedRulesKnownBadInputsRuleSet with overrideAction: { none: {} }.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/aws-managed-rule-groups-baseline.html",
  controls: { checkov: ["CKV_AWS_192"] },
  types: [WEB_ACL],
  guards: ["rules", "ruleJson"],
  evidence: WEB_ACL_RULES,
  judge: (acl, _config, program) =>
    mustHave(
      "rules",
      [acl],
      (one) => blocksBy(one, "AWSManagedRulesKnownBadInputsRuleSet", /^Log4JRCE/, program),
      "No rule of the web ACL blocks known bad inputs; add the group AWSManagedRulesKnownBadInputsRuleSet, and let it block.",
    ),
});
