import { each, mustHold, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule<{ minimumDays: number }>({
  name: "plan-keeps-backups",
  requires: "A backup plan keeps backups for long enough to notice that one is needed.",
  fix: "Raise deleteAfter of each rule's lifecycle, or leave it out to keep them for good.",
  severity: "medium",
  group: Group.Backup,
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html",
  types: ["aws:backup/plan:Plan"],
  guards: ["rules"],
  config: {
    minimumDays: {
      type: "integer",
      minimum: 1,
      default: 35,
      description: "For how many days at least backups are kept",
    },
  },
  judge: (plan, { minimumDays }) => {
    const judge = (on: Subject) =>
      mustHold(on, "lifecycle.deleteAfter", (days) => days === 0 || Number(days) >= minimumDays, {
        absent: 0,
        change: `keep backups for at least ${minimumDays} days.`,
      });
    return each(plan, "rules", (rule) => [judge(rule), each(rule, "copyActions", judge)]);
  },
});
