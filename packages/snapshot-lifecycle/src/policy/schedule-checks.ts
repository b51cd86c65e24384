import { type Checks } from "@groundwork/core";
import { isByCount } from "./retention";
import { type Retention } from "./retention-args";

/** The most schedules of one policy. */
const MAX_SCHEDULES = 4;

/** Records what is wrong with a policy's schedules together. */
export function checkSchedules(checks: Checks, schedules: { name: string; retain: Retention }[]): void {
  const names = schedules.map(({ name }) => name);
  checks.count("schedules", names, 1, MAX_SCHEDULES, "one to four schedules", "make another policy, by another tag");
  checks.different("schedules", names, "schedules of different names", "give each a name of its own");
  names.forEach((name, index) =>
    checks.matches(`schedules[${index}].name`, name, /^.{1,120}$/, "a text of 1 to 120 characters", "shorten it"),
  );
  const kinds = new Set(schedules.map(({ retain }) => isByCount(retain)));
  checks.that(
    kinds.size <= 1,
    "schedules",
    schedules.map(({ name, retain }) => ({ name, retain })),
    "all kept by days or all by count",
    "make another policy, by another tag, for the other kind",
  );
}
