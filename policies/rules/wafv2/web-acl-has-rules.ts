import { get, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { CLASSIC_WEB_ACLS, rulesOf, WEB_ACL, WEB_ACL_RULES } from "../../model/web-acl";

export default defineRule({
  name: "web-acl-has-rules",
  requires: "A web ACL has a rule.",
  fix: "Add a rule or a rule group, or remove the web ACL.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/web-acl-rules.html",
  controls: {
    fsbp: ["WAF.4", "WAF.8", "WAF.10"],
    checkov: ["CKV_AWS_175"],
    prowler: ["wafv2_webacl_with_rules", "waf_regional_webacl_with_rules", "waf_global_webacl_with_rules"],
  },
  types: [WEB_ACL, ...CLASSIC_WEB_ACLS],
  guards: ["rules", "ruleJson"],
  evidence: WEB_ACL_RULES,
  judge: (acl, _config, program) =>
    mustHave(
      "rules",
      acl.type === WEB_ACL ? rulesOf(acl, program) : list(get(acl, "rules")),
      isRule,
      "The web ACL has no rule; add one, or remove the web ACL.",
    ),
});

/** An empty object is none. */
function isRule(declared: unknown): boolean | Unknown {
  return declared === UNKNOWN
    ? UNKNOWN
    : typeof declared === "object" && declared !== null && Object.keys(declared).length > 0;
}
