import rule from "../../../rules/lb/load-balancer-has-access-logs";
import { UNKNOWN_VALUE } from "../../support/pack";
import { describeRule } from "../../support/table";

const listener = (protocol: string) => ({
  ...{ type: "aws:lb/listener:Listener", name: "listener", inputs: { protocol } },
  sources: { loadBalancerArn: ["it"] },
});

describeRule(rule, [
  {
    it: "fails a load balancer without logs",
    fails: {},
    messages: ["accessLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: {
      "one with logs": { accessLogs: { bucket: "logs", enabled: true } },
      "a Gateway Load Balancer, which has none": { loadBalancerType: "gateway" },
    },
  },
  {
    it: "fails a bucket alone, because logs are off unless said otherwise",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { accessLogs: { bucket: "logs" } },
    messages: ["accessLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: { "one with logs": { accessLogs: [{ bucket: "logs", enabled: true }] } },
  },
  {
    it: "fails a Network Load Balancer that may log",
    fails: { loadBalancerType: "network" },
    messages: ["accessLogs.enabled is not set, and AWS takes false then; set it to true. (end)"],
    passes: { "one with logs": { accessLogs: { bucket: "logs", enabled: true } } },
    passesWith: { "one without a TLS listener, which has nothing to log": [listener("TCP")] },
  },
  {
    it: "fails a Network Load Balancer with a TLS listener, among others",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "network" },
    later: [listener("TCP"), { ...listener("TLS"), name: "tls" }],
    messages: ["accessLogs.enabled is not set, and AWS takes false then; set it to true. (end)"],
    passes: { "one with logs": { accessLogs: { bucket: "logs", enabled: true } } },
  },
  {
    it: "fails a classic load balancer without logs",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: {},
    messages: ["accessLogs.enabled is not set, and AWS takes false then; set it to true."],
    passes: { "one with a bucket, because its logs are on then": { accessLogs: { bucket: "logs" } } },
  },
  {
    it: "fails logs of a classic load balancer that are off",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { accessLogs: { bucket: "logs", enabled: false } },
    messages: ["accessLogs.enabled is false; set it to true."],
    passes: { "logs that are on": { accessLogs: { bucket: "logs", enabled: true } } },
  },
  {
    it: "fails logs without a bucket to write to",
    fails: { accessLogs: { enabled: true } },
    messages: ["accessLogs.bucket is not set; name a bucket."],
    passes: {
      "logs with one": { accessLogs: { bucket: "logs", enabled: true } },
      "logs with one that AWS is still to name": { accessLogs: { bucket: UNKNOWN_VALUE, enabled: true } },
    },
  },
  {
    it: "fails logs that are off",
    fails: { accessLogs: { bucket: "logs", enabled: false } },
    messages: ["accessLogs.enabled is false; set it to true."],
    passes: { "logs that are on": { accessLogs: { bucket: "logs", enabled: true } } },
  },
]);
