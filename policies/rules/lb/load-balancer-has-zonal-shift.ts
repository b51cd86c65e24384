import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-has-zonal-shift",
  requires: "A load balancer can be shifted away from a zone that is in trouble.",
  fix: "Set enableZonalShift: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/r53recovery/latest/dg/arc-zonal-shift.html",
  types: LOAD_BALANCERS,
  guards: ["enableZonalShift"],
  judge: (balancer) =>
    where(isKind(balancer, "application", "network"), () =>
      mustBe(balancer, "enableZonalShift", true, { absent: false }),
    ),
  remediate: (properties) => (properties.enableZonalShift = true),
});
