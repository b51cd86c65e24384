import rule from "../../../rules/lb/load-balancer-mitigates-desync";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that only watches",
    fails: { desyncMitigationMode: "monitor" },
    messages: ['desyncMitigationMode is monitor; set it to "defensive" or "strictest".'],
    passes: {
      "one that defends": { desyncMitigationMode: "defensive" },
      "one that is strict": { desyncMitigationMode: "strictest" },
      "one that says nothing, because AWS defends then": { desyncMitigationMode: undefined },
      "a Network Load Balancer, which reads no HTTP": { loadBalancerType: "network" },
    },
    remediated: { desyncMitigationMode: "defensive" },
  },
  {
    it: "fails a classic load balancer that only watches",
    type: "aws:elb/loadBalancer:LoadBalancer",
    fails: { desyncMitigationMode: "monitor" },
    messages: ['desyncMitigationMode is monitor; set it to "defensive" or "strictest".'],
    passes: { "one that says nothing": { desyncMitigationMode: undefined } },
  },
]);
