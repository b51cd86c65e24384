import rule from "../../../rules/lb/network-load-balancer-has-security-groups";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a Network Load Balancer without, which AWS lets nobody add later",
    fails: { loadBalancerType: "network" },
    messages: ["securityGroups is not set; name one; later it takes another load balancer."],
    passes: {
      "one with a group": { securityGroups: ["sg-1"] },
      "an Application Load Balancer, which always has one": { loadBalancerType: "application" },
    },
  },
  {
    it: "fails an empty list",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "network", securityGroups: [] },
    messages: ["securityGroups is not set; name one; later it takes another load balancer."],
    passes: { "one with a group": { securityGroups: ["sg-1"] } },
  },
]);
