import { anyOf, is, mustBe, not, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { TARGET_GROUPS } from "../../model/types";

export default defineRule({
  name: "target-group-health-check-encrypts",
  requires: "A target group asks over HTTPS whether its targets are healthy.",
  fix: 'Set healthCheck.protocol to "HTTPS".',
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  controls: { fsbp: ["ELB.21"] },
  types: TARGET_GROUPS,
  guards: ["healthCheck"],
  judge: (group) =>
    where(not(anyOf(is(group, "targetType", "lambda"), is(group, "protocol", "GENEVE"))), () =>
      mustBe(group, "healthCheck.protocol", "HTTPS", { absent: "HTTP", known: ["HTTP", "TCP"] }),
    ),
});
