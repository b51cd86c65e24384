import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { EVERY_LOAD_BALANCER } from "../../model/types";

export default defineRule({
  name: "load-balancer-is-internal",
  requires: "A load balancer is not reachable from the internet.",
  fix: "Set internal: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/userguide/how-elastic-load-balancing-works.html",
  controls: { prowler: ["elb_internet_facing", "elbv2_internet_facing"] },
  types: EVERY_LOAD_BALANCER,
  guards: ["internal"],
  judge: (balancer) =>
    where(isKind(balancer, "application", "network", "classic"), () =>
      mustBe(balancer, "internal", true, { absent: false }),
    ),
});
