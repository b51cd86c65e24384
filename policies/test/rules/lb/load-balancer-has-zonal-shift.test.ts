import rule from "../../../rules/lb/load-balancer-has-zonal-shift";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that says nothing, because AWS shifts none then",
    fails: {},
    messages: ["enableZonalShift is not set, and AWS takes false then; set it to true."],
    passes: {
      "one that can be shifted": { enableZonalShift: true },
      "a Gateway Load Balancer, which cannot": { loadBalancerType: "gateway" },
    },
    remediated: { enableZonalShift: true },
  },
  {
    it: "fails a Network Load Balancer that cannot be shifted",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { loadBalancerType: "network", enableZonalShift: false },
    messages: ["enableZonalShift is false; set it to true."],
    passes: { "one that can be shifted": { enableZonalShift: "true" } },
  },
]);
