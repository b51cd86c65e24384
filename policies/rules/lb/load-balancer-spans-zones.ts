import { number } from "../../model/config";
import { Group } from "../../model/levels";
import { countOf } from "../../model/listener";
import { UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { EVERY_LOAD_BALANCER } from "../../model/types";
import { type Fact, fail, pass, unknown } from "../../model/verdict";

interface ZonesConfig {
  minimumZones: number;
}

export default defineRule<ZonesConfig>({
  name: "load-balancer-spans-zones",
  requires: "A load balancer has a subnet in more than one Availability Zone.",
  fix: "Name a subnet in each of at least two Availability Zones.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-subnets.html",
  controls: {
    fsbp: ["ELB.10", "ELB.13"],
    cdkNag: ["ELBCrossZoneLoadBalancingEnabled"],
    prowler: ["elb_is_in_multiple_az", "elbv2_is_in_multiple_az"],
    pulumi: ["aws-elb-loadbalancer-configure-multi-availability-zone"],
  },
  types: EVERY_LOAD_BALANCER,
  guards: ["subnets", "subnetMappings", "availabilityZones"],
  config: { minimumZones: number("How many Availability Zones a load balancer spans at least", 2, 1, 6) },
  judge: (balancer, { minimumZones }) =>
    mustReach(
      [
        countOf(balancer, "subnets"),
        countOf(balancer, "subnetMappings", "subnetId"),
        countOf(balancer, "availabilityZones"),
      ],
      minimumZones,
    ),
});

/** AWS takes one subnet of each zone, so that there are as many zones as subnets. */
function mustReach(counts: (number | Unknown)[], minimum: number): Fact {
  const field = "subnets";
  const known = counts.map((count) => (count === UNKNOWN ? 0 : count));
  const message = `${field} reaches ${Math.max(...known)} Availability Zones, fewer than ${minimum}; name a subnet in another.`;
  // Without any, AWS refuses the load balancer.
  if (known.some((count) => count >= minimum) || counts.every((count) => count === 0)) {
    return pass(field);
  }
  return counts.includes(UNKNOWN) ? unknown(field, message) : fail(field, message);
}
