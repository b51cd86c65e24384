import { each, mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { WEB_ACL } from "../../model/web-acl";

const METRICS = "visibilityConfig.cloudwatchMetricsEnabled";

export default defineRule({
  name: "web-acl-rules-have-metrics",
  requires: "A web ACL and each of its rules publish metrics.",
  fix: "Set visibilityConfig.cloudwatchMetricsEnabled: true.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/waf/latest/developerguide/monitoring-cloudwatch.html",
  controls: { fsbp: ["WAF.12"], prowler: ["wafv2_webacl_rule_logging_enabled"] },
  types: [WEB_ACL, "aws:wafv2/ruleGroup:RuleGroup", "aws:wafv2/webAclRule:WebAclRule"],
  guards: ["rules", "visibilityConfig"],
  judge: (resource) => [
    mustBe(resource, METRICS, true, { change: "set it to true." }),
    each(resource, "rules", (rule) => mustBe(rule, METRICS, true, { change: "set it to true." })),
  ],
});
