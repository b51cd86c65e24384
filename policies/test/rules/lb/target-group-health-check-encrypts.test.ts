import rule from "../../../rules/lb/target-group-health-check-encrypts";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a target group that says nothing, because it asks over HTTP then",
    fails: { protocol: "HTTPS" },
    messages: ['healthCheck.protocol is not set, and AWS takes HTTP then; set it to "HTTPS".'],
    passes: {
      "one that asks over HTTPS": { healthCheck: { protocol: "HTTPS" } },
      "a function": { targetType: "lambda" },
      "a Gateway Load Balancer's": { protocol: "GENEVE" },
    },
  },
  {
    it: "fails one that only connects",
    type: "aws:alb/targetGroup:TargetGroup",
    fails: { healthCheck: { protocol: "TCP" } },
    messages: ['healthCheck.protocol is TCP; set it to "HTTPS".'],
    passes: { "one that asks over HTTPS": { healthCheck: [{ protocol: "HTTPS" }] } },
  },
]);
