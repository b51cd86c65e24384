import { isSet, mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { TARGET_GROUPS } from "../../model/types";

export default defineRule({
  name: "target-group-is-not-sticky",
  requires: "A target group binds no client to one target.",
  fix: "Leave stickiness out, or set stickiness.enabled: false; keep sessions where every target finds them.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
  types: TARGET_GROUPS,
  guards: ["stickiness"],
  judge: (group) =>
    // The provider turns stickiness on where it is described at all.
    mustBe(group, "stickiness.enabled", false, {
      absent: isSet(group, "stickiness") !== false,
      change: "leave stickiness out.",
    }),
});
