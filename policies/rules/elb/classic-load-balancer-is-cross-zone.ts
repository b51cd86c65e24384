import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { CLASSIC_LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "classic-load-balancer-is-cross-zone",
  requires: "A Classic Load Balancer sends requests to instances in every zone.",
  fix: "Leave crossZoneLoadBalancing out, or set it to true.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/classic/enable-disable-crosszone-lb.html",
  controls: {
    fsbp: ["ELB.9"],
    checkov: ["CKV_AWS_138"],
    cdkNag: ["ELBCrossZoneLoadBalancingEnabled"],
    prowler: ["elb_cross_zone_load_balancing_enabled"],
  },
  types: CLASSIC_LOAD_BALANCERS,
  guards: ["crossZoneLoadBalancing"],
  judge: (balancer) => mustBe(balancer, "crossZoneLoadBalancing", true, { absent: true }),
  remediate: (properties) => (properties.crossZoneLoadBalancing = true),
});
