import rule from "../../../rules/lb/target-group-has-health-check";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a target group that says nothing, because AWS asks at the front page then",
    fails: { protocol: "HTTP" },
    messages: [
      "healthCheck.path is not set; name a path that says whether the target can serve; AWS asks at / otherwise.",
    ],
    passes: {
      "one with a path": { healthCheck: { path: "/healthy" } },
      "one that AWS asks by connecting": { protocol: "TCP" },
    },
  },
  {
    it: "fails a health check that is off",
    type: "aws:alb/targetGroup:TargetGroup",
    fails: { protocol: "HTTPS", healthCheck: { enabled: false, path: "/healthy" } },
    messages: ["healthCheck.enabled is false; set it to true."],
    passes: { "one that is on": { healthCheck: { enabled: true, path: "/healthy" } } },
  },
]);
