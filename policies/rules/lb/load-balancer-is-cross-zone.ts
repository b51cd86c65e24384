import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-is-cross-zone",
  requires: "A Network or Gateway Load Balancer sends requests to targets in every zone.",
  fix: "Set enableCrossZoneLoadBalancing: true; AWS charges for what crosses zones.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html",
  controls: { checkov: ["CKV_AWS_152"], prowler: ["elbv2_cross_zone_load_balancing_enabled"] },
  types: LOAD_BALANCERS,
  guards: ["enableCrossZoneLoadBalancing"],
  judge: (balancer) =>
    where(isKind(balancer, "network", "gateway"), () =>
      mustBe(balancer, "enableCrossZoneLoadBalancing", true, { absent: false }),
    ),
});
