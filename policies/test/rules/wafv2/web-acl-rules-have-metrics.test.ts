import rule from "../../../rules/wafv2/web-acl-rules-have-metrics";
import { describeRule } from "../../support/table";

const on = { cloudwatchMetricsEnabled: true };
const off = { cloudwatchMetricsEnabled: false };

describeRule(rule, [
  {
    it: "fails a web ACL and a rule without metrics",
    fails: { visibilityConfig: off, rules: [{ visibilityConfig: on }, { visibilityConfig: off }] },
    messages: [
      "visibilityConfig.cloudwatchMetricsEnabled is false; set it to true.",
      "rules[1].visibilityConfig.cloudwatchMetricsEnabled is false; set it to true.",
    ],
    passes: {},
  },
  {
    it: "fails a rule without metrics",
    type: "aws:wafv2/ruleGroup:RuleGroup",
    fails: { visibilityConfig: on, rules: [{ visibilityConfig: off }] },
    messages: ["rules[0].visibilityConfig.cloudwatchMetricsEnabled is false; set it to true."],
    passes: { "one with metrics": { rules: [{ visibilityConfig: on }] } },
  },
]);
