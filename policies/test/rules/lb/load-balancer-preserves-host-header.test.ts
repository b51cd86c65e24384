import rule from "../../../rules/lb/load-balancer-preserves-host-header";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that says nothing, because AWS adds the port to the header then",
    fails: {},
    messages: ["preserveHostHeader is not set, and AWS takes false then; set it to true."],
    passes: {
      "one that preserves it": { preserveHostHeader: true },
      "a Network Load Balancer": { loadBalancerType: "network" },
    },
  },
]);
