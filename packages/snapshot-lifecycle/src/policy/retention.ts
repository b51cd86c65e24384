import { type Checks, isPlain } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { LARGEST_RETENTION_COUNT, LONGEST_RETENTION_DAYS, type Retention } from "./retention-args";

/** A retention as Data Lifecycle Manager takes it. */
export interface RetentionInputs {
  count?: pulumi.Input<number>;
  interval?: pulumi.Input<number>;
  intervalUnit?: string;
}

/** The inputs of a retention; days are its only unit, so that one unit is never mistaken for another. */
export function retentionInputs({ days, count }: Retention): RetentionInputs {
  return days === undefined ? { count } : daysInputs(days);
}

/** The inputs of a period of days. */
export function daysInputs(days: pulumi.Input<number>): { interval: pulumi.Input<number>; intervalUnit: string } {
  return { interval: days, intervalUnit: "DAYS" };
}

/** Whether a retention counts, and does not go by age. */
export function isByCount({ days }: Retention): boolean {
  return days === undefined;
}

/** How the schedules of a policy keep what they make, all alike: "by count" or "by days". */
export function kindOf([schedule]: { retain: Retention }[]): string {
  return schedule !== undefined && isByCount(schedule.retain) ? "by count" : "by days";
}

/**
 * Records the mistakes in a retention.
 *
 * @param longestHours The longest time between two of what is kept, as far as it is known.
 */
export function checkRetention(checks: Checks, field: string, retention: Retention, longestHours?: number): void {
  const { days, count } = retention;
  checks.that(
    (days === undefined) !== (count === undefined),
    field,
    retention,
    "either { days } or { count }",
    "say for how long, or how many",
  );
  checks.range(`${field}.count`, count, 1, LARGEST_RETENTION_COUNT);
  const inRange = checks.range(`${field}.days`, days, 1, LONGEST_RETENTION_DAYS, "days");
  if (inRange && days !== undefined && isPlain(days) && longestHours !== undefined) {
    checks.that(
      days * 24 >= longestHours,
      `${field}.days`,
      days,
      `at least the ${inDays(longestHours)} days until the next one`,
      "keep it longer: until then, AWS keeps it anyway",
    );
  }
}

/** Hours in days, without needless digits. */
export function inDays(hours: number): number {
  return Math.round((hours / 24) * 100) / 100;
}

/**
 * Hours for which something is kept at least, as far as that is known.
 *
 * @param shortestHours The shortest time between two of what is kept.
 */
export function keptHours({ days, count }: Retention, shortestHours: number | undefined): number | undefined {
  if (days !== undefined) {
    return isPlain(days) ? days * 24 : undefined;
  }
  return count !== undefined && isPlain(count) && shortestHours !== undefined ? count * shortestHours : undefined;
}

/** Records that one retention is of another kind than the one it belongs to: AWS counts everything of a schedule, or nothing. */
export function checkKind(checks: Checks, field: string, retention: Retention, kept: Retention): void {
  const kind = isByCount(kept) ? "count" : "days";
  checks.that(isByCount(retention) === isByCount(kept), field, retention, `by ${kind}, as retain`, `say { ${kind} }`);
}

/** Records that one retention goes beyond the one that it belongs to. */
export function checkNoLonger(checks: Checks, field: string, retention: Retention, kept: Retention): void {
  for (const key of ["days", "count"] as const) {
    const [own, most] = [retention[key], kept[key]];
    if (own !== undefined && most !== undefined && isPlain(own) && isPlain(most)) {
      checks.that(own <= most, `${field}.${key}`, own, `at most the ${most} of the schedule's retain`, "lower it");
    }
  }
}
