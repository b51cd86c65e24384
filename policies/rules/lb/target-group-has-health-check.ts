import { is, mustBe, mustBeSet, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { TARGET_GROUPS } from "../../model/types";

export default defineRule({
  name: "target-group-has-health-check",
  requires: "A target group for HTTP asks its targets at a path of their own whether they are healthy.",
  fix: "Set healthCheck.path, and do not disable the health check.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html",
  controls: { checkov: ["CKV_AWS_261"] },
  types: TARGET_GROUPS,
  guards: ["healthCheck"],
  judge: (group) =>
    where(is(group, "protocol", ["HTTP", "HTTPS"]), () => [
      mustBe(group, "healthCheck.enabled", true, { absent: true }),
      where(is(group, "healthCheck.protocol", ["HTTP", "HTTPS"], "HTTP"), () =>
        mustBeSet(
          group,
          "healthCheck.path",
          "name a path that says whether the target can serve; AWS asks at / otherwise.",
        ),
      ),
    ]),
});
