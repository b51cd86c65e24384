import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { EVERY_LOAD_BALANCER } from "../../model/types";

export default defineRule({
  name: "load-balancer-mitigates-desync",
  requires: "A load balancer for HTTP keeps requests from being smuggled through it.",
  fix: 'Set desyncMitigationMode to "defensive" or "strictest".',
  severity: "medium",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  controls: {
    fsbp: ["ELB.12", "ELB.14"],
    checkov: ["CKV_AWS_328"],
    prowler: ["elbv2_desync_mitigation_mode", "elb_desync_mitigation_mode"],
  },
  types: EVERY_LOAD_BALANCER,
  guards: ["desyncMitigationMode"],
  judge: (balancer) =>
    where(isKind(balancer, "application", "classic"), () =>
      mustBe(balancer, "desyncMitigationMode", ["defensive", "strictest"], { absent: "defensive", known: ["monitor"] }),
    ),
  remediate: (properties) => (properties.desyncMitigationMode = "defensive"),
});
