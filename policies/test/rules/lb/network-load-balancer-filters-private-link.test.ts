import rule from "../../../rules/lb/network-load-balancer-filters-private-link";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that lets everything through PrivateLink in",
    fails: { loadBalancerType: "network", enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "off" },
    messages: ['enforceSecurityGroupInboundRulesOnPrivateLinkTraffic is off; set it to "on".'],
    passes: {
      "one that filters": { enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: "on" },
      "one that says nothing, because AWS filters then": {
        enforceSecurityGroupInboundRulesOnPrivateLinkTraffic: undefined,
      },
      "a load balancer of another kind": { loadBalancerType: "application" },
    },
  },
]);
