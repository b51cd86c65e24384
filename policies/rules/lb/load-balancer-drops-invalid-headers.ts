import { mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { isKind } from "../../model/listener";
import { defineRule } from "../../model/rule";
import { LOAD_BALANCERS } from "../../model/types";

export default defineRule({
  name: "load-balancer-drops-invalid-headers",
  requires: "An Application Load Balancer drops header fields that are not valid.",
  fix: "Set dropInvalidHeaderFields: true.",
  severity: "medium",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-load-balancer-attributes.html",
  controls: {
    fsbp: ["ELB.4"],
    checkov: ["CKV_AWS_131"],
    cdkNag: ["ALBHttpDropInvalidHeaderEnabled"],
    prowler: ["elbv2_alb_drop_invalid_header_fields_enabled"],
  },
  types: LOAD_BALANCERS,
  guards: ["dropInvalidHeaderFields"],
  judge: (balancer) =>
    where(isKind(balancer, "application"), () => mustBe(balancer, "dropInvalidHeaderFields", true, { absent: false })),
  remediate: (properties) => (properties.dropInvalidHeaderFields = true),
});
