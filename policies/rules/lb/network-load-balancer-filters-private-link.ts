import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "network-load-balancer-filters-private-link",
  requires: "A Network Load Balancer's security groups hold for what comes through PrivateLink, too.",
  fix: 'Leave enforceSecurityGroupInboundRulesOnPrivateLinkTraffic out, or set it to "on".',
  severity: "medium",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/load-balancer-security-groups.html",
  types: LOAD_BALANCERS,
  guards: ["enforceSecurityGroupInboundRulesOnPrivateLinkTraffic"],
  judge: (balancer) =>
    where(isKind(balancer, "network"), () =>
      mustBe(balancer, "enforceSecurityGroupInboundRulesOnPrivateLinkTraffic", "on", { absent: "on", known: ["off"] }),
    ),
});
