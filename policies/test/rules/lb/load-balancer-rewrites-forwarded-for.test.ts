import rule from "../../../rules/lb/load-balancer-rewrites-forwarded-for";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that lets the client say where it comes from",
    fails: { xffHeaderProcessingMode: "preserve" },
    messages: ['xffHeaderProcessingMode is preserve; set it to "append" or "remove".'],
    passes: {
      "one that adds the address": { xffHeaderProcessingMode: "append" },
      "one that removes the header": { xffHeaderProcessingMode: "remove" },
      "one that says nothing, because AWS adds the address then": { xffHeaderProcessingMode: undefined },
      "a Network Load Balancer": { loadBalancerType: "network" },
    },
  },
]);
