import { get, is, mustHold, not, where, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { eachCopy, eachSchedule, SNAPSHOT_POLICY } from "../../model/snapshot-policy";
import type { Fact } from "../../model/verdict";

interface RetentionConfig {
  minimumDays: number;
  minimumCount: number;
}

/** How long a default policy keeps snapshots unless it says otherwise. */
const DEFAULT_POLICY_DAYS = 7;

const DAYS = new Map<unknown, number>([
  ["DAYS", 1],
  ["WEEKS", 7],
  ["MONTHS", 30],
  ["YEARS", 365],
]);

export default defineRule<RetentionConfig>({
  name: "snapshot-policy-keeps-snapshots",
  requires: "A lifecycle policy keeps snapshots for long enough to notice that one is needed.",
  fix: "Raise the interval or the count of each retainRule, or a default policy's retainInterval.",
  severity: "medium",
  group: Group.Backup,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html",
  types: [SNAPSHOT_POLICY],
  guards: ["policyDetails"],
  config: {
    minimumDays: {
      type: "integer",
      minimum: 1,
      default: 7,
      description: "For how many days at least snapshots are kept",
    },
    minimumCount: {
      type: "integer",
      minimum: 1,
      default: 7,
      description: "How many snapshots a schedule keeps at least that counts them",
    },
  },
  judge: (policy, config) => [
    eachSchedule(policy, (schedule) => [
      judgeAge(schedule, config),
      where(not(isByAge(schedule)), () =>
        mustHold(
          schedule,
          "retainRule.count",
          (count) => Number(count) >= config.minimumCount,
          {
            change: `keep at least ${config.minimumCount}.`,
          },
          [0],
        ),
      ),
    ]),
    eachCopy(policy, (copy) => judgeAge(copy, config)),
    where(is(policy, "defaultPolicy", ["VOLUME", "INSTANCE"]), () =>
      mustHold(policy, "policyDetails.retainInterval", (days) => Number(days) >= config.minimumDays, {
        absent: DEFAULT_POLICY_DAYS,
        change: `keep snapshots for at least ${config.minimumDays} days.`,
      }),
    ),
  ],
});

/** Whether snapshots are kept for a time, and not by their number. */
function isByAge(on: Subject): boolean | Unknown {
  return not(is(on, "retainRule.interval", 0, 0));
}

function judgeAge(on: Subject, { minimumDays }: RetentionConfig): Fact[] {
  const unit = get(on, "retainRule.intervalUnit");
  const days = DAYS.get(unit) ?? 1;
  return where(unit === UNKNOWN ? UNKNOWN : isByAge(on), () =>
    mustHold(
      on,
      "retainRule.interval",
      (interval) => Number(interval) * days >= minimumDays,
      {
        change: `keep snapshots for at least ${minimumDays} days.`,
      },
      [0],
    ),
  );
}
