import { mustBe, mustHold, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS, TARGET_GROUPS } from "../../model/types";

export default defineRule({
  name: "load-balancer-is-cross-zone",
  requires:
    "A Network or Gateway Load Balancer sends requests to targets in every zone, and no target group stays out of it.",
  fix: "Set enableCrossZoneLoadBalancing: true; AWS charges for what crosses zones.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-load-balancer-attributes.html",
  controls: { checkov: ["CKV_AWS_152"], prowler: ["elbv2_cross_zone_load_balancing_enabled"] },
  types: [...LOAD_BALANCERS, ...TARGET_GROUPS],
  guards: ["enableCrossZoneLoadBalancing", "loadBalancingCrossZoneEnabled"],
  judge: (resource) =>
    TARGET_GROUPS.includes(resource.type)
      ? mustHold(resource, "loadBalancingCrossZoneEnabled", (value) => String(value) !== "false", {
          absent: "use_load_balancer_configuration",
          known: ["false"],
          change: 'leave it out, or set it to "true".',
        })
      : where(isKind(resource, "network", "gateway"), () =>
          mustBe(resource, "enableCrossZoneLoadBalancing", true, { absent: false }),
        ),
});
