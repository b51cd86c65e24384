import { get, mustHave, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, list, text, UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";

/** Every day of every month. */
const DAILY = /^cron\(\S+ \S+ (\*|\?|\*\/1|1\/1) \* (\*|\?) \*\)$/;

export default defineRule({
  name: "plan-runs-daily",
  requires: "A backup plan backs up every day.",
  fix: "Give one rule a schedule that runs every day, such as cron(0 5 ? * * *), or none: AWS takes that one then.",
  severity: "medium",
  group: Group.Backup,
  url: "https://docs.aws.amazon.com/aws-backup/latest/devguide/plan-options-and-configuration.html",
  types: ["aws:backup/plan:Plan"],
  guards: ["rules"],
  judge: (plan) => {
    const rules = list(get(plan, "rules"));
    return mustHave(
      "rules",
      rules,
      (declared) => (declared === UNKNOWN ? UNKNOWN : isDaily({ declared })),
      "No item of rules has a schedule that runs every day; give one cron(0 5 ? * * *).",
    );
  },
});

function isDaily(rule: Subject): boolean | Unknown {
  const schedule = text(at(rule.declared, "schedule"));
  return schedule === UNKNOWN ? UNKNOWN : schedule === undefined || DAILY.test(String(schedule));
}
