import rule from "../../../rules/lb/load-balancer-refuses-without-waf";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that passes requests on unasked",
    fails: { enableWafFailOpen: true },
    messages: ["enableWafFailOpen is true; leave it out."],
    passes: {
      "one that refuses them": { enableWafFailOpen: false },
      "one that says nothing, because AWS refuses then": { enableWafFailOpen: undefined },
      "a Network Load Balancer, which asks none": { loadBalancerType: "network" },
    },
    remediated: { enableWafFailOpen: false },
  },
]);
