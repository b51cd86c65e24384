import rule from "../../../rules/lb/load-balancer-is-cross-zone";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a Network Load Balancer that says nothing, because AWS keeps to the zone then",
    fails: { loadBalancerType: "network" },
    messages: ["enableCrossZoneLoadBalancing is not set, and AWS takes false then; set it to true."],
    passes: {
      "one that crosses zones": { enableCrossZoneLoadBalancing: true },
      "an Application Load Balancer, which always does": { loadBalancerType: "application" },
    },
  },
  {
    it: "fails a target group that keeps to the zone, whatever its load balancer does",
    type: "aws:lb/targetGroup:TargetGroup",
    fails: { loadBalancingCrossZoneEnabled: "false" },
    messages: ['loadBalancingCrossZoneEnabled is false; leave it out, or set it to "true".'],
    passes: {
      "one that crosses zones": { loadBalancingCrossZoneEnabled: "true" },
      "one that leaves it to the load balancer": { loadBalancingCrossZoneEnabled: undefined },
    },
  },
  {
    it: "fails a Gateway Load Balancer that keeps to the zone",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "gateway", enableCrossZoneLoadBalancing: false },
    messages: ["enableCrossZoneLoadBalancing is false; set it to true."],
    passes: { "one that crosses zones": { enableCrossZoneLoadBalancing: "true" } },
  },
]);
