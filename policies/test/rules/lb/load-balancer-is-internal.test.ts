import rule from "../../../rules/lb/load-balancer-is-internal";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that says nothing, because it faces the internet then",
    fails: {},
    messages: ["internal is not set, and AWS takes false then; set it to true."],
    passes: {
      "an internal one": { internal: true },
      "a Gateway Load Balancer, which has no address to call": { loadBalancerType: "gateway" },
    },
  },
  {
    it: "fails a Network Load Balancer that faces the internet",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "network", internal: "false" },
    messages: ["internal is false; set it to true."],
    passes: { "an internal one": { internal: true } },
  },
  {
    it: "fails a classic load balancer that faces the internet",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { internal: false },
    messages: ["internal is false; set it to true."],
    passes: { "an internal one": { internal: true } },
  },
]);
