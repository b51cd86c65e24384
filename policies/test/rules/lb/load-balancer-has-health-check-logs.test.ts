import rule from "../../../rules/lb/load-balancer-has-health-check-logs";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer without such logs",
    fails: {},
    messages: ["healthCheckLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: {
      "one with them": { healthCheckLogs: { bucket: "logs", enabled: true } },
      "a Network Load Balancer, which has none": { loadBalancerType: "network" },
    },
  },
  {
    it: "fails a bucket alone, because logs are off unless said otherwise",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { healthCheckLogs: { bucket: "logs" } },
    messages: ["healthCheckLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: { "logs that are on": { healthCheckLogs: { bucket: "logs", enabled: "true" } } },
  },
]);
