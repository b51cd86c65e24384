import rule from "../../../rules/lb/load-balancer-has-connection-logs";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer without such logs",
    fails: {},
    messages: ["connectionLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: {
      "one with them": { connectionLogs: { bucket: "logs", enabled: true } },
      "a Network Load Balancer, which has none": { loadBalancerType: "network" },
    },
  },
  {
    it: "fails a bucket alone, because logs are off unless said otherwise",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { connectionLogs: { bucket: "logs" } },
    messages: ["connectionLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: { "logs that are on": { connectionLogs: { bucket: "logs", enabled: "true" } } },
  },
]);
