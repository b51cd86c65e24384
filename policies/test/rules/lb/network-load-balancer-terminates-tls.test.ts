import rule from "../../../rules/lb/network-load-balancer-terminates-tls";
import { describeRule } from "../../support/table";

const listener = (name: string, protocol: string) => ({
  ...{ type: "aws:lb/listener:Listener", name, inputs: { protocol } },
  sources: { loadBalancerArn: ["it"] },
});

describeRule(rule, [
  {
    it: "fails a Network Load Balancer that passes everything through",
    fails: { loadBalancerType: "network" },
    later: [listener("tcp", "TCP")],
    messages: ["No listener of the load balancer takes TLS; add one with a certificate. (end)"],
    passes: { "an Application Load Balancer": { loadBalancerType: "application" } },
    passesWith: { "one with a TLS listener": [listener("tls", "TLS")] },
  },
]);
