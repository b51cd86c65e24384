import { type Checks, isPlain } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { cronRhythm, type CronRhythm } from "./cron";
import { type Creation, DEFAULT_INTERVAL_HOURS, DEFAULT_START_TIME } from "./creation-args";

/** The intervals that Data Lifecycle Manager takes, in hours. */
const INTERVALS = [1, 2, 3, 4, 6, 8, 12, 24];

/** The longest interval that Data Lifecycle Manager takes: a leap year. */
const LONGEST_HOURS = 366 * 24;

const START_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/** When a schedule runs, as Data Lifecycle Manager takes it. */
export interface CreationInputs {
  cronExpression?: pulumi.Input<string>;
  interval?: pulumi.Input<number>;
  intervalUnit?: string;
  times?: pulumi.Input<string>;
}

/** The inputs of when a schedule runs. */
export function creationInputs({ cron, intervalHours, startTime }: Creation): CreationInputs {
  return cron === undefined
    ? {
        interval: intervalHours ?? DEFAULT_INTERVAL_HOURS,
        intervalUnit: "HOURS",
        times: startTime ?? DEFAULT_START_TIME,
      }
    : { cronExpression: cron };
}

/** How often a schedule runs; undefined where that is known only at deployment, or wrong. */
export function rhythmOf({ cron, intervalHours = DEFAULT_INTERVAL_HOURS }: Creation): CronRhythm | undefined {
  if (cron !== undefined) {
    return isPlain(cron) ? cronRhythm(cron) : undefined;
  }
  return isPlain(intervalHours) && INTERVALS.includes(intervalHours)
    ? { shortestHours: intervalHours, longestHours: intervalHours }
    : undefined;
}

/**
 * Records the mistakes in when a schedule runs.
 *
 * @param prefix The schedule's field, with a dot.
 */
export function checkCreation(checks: Checks, prefix: string, { cron, intervalHours, startTime }: Creation): void {
  if (cron !== undefined) {
    for (const [field, value] of Object.entries({ intervalHours, startTime })) {
      checks.leftOut(prefix + field, value, "with cron", "say it in one way");
    }
    checkCron(checks, `${prefix}cron`, cron);
    return;
  }
  checks.oneOf(`${prefix}intervalHours`, intervalHours, INTERVALS);
  checks.matches(
    `${prefix}startTime`,
    startTime,
    START_TIME,
    "a time of day in UTC as hh:mm",
    "write it like 03:00, and quote it in YAML",
  );
}

function checkCron(checks: Checks, field: string, cron: pulumi.Input<string>): void {
  if (!isPlain(cron)) {
    return;
  }
  const rhythm = cronRhythm(cron);
  checks.that(
    rhythm !== undefined && rhythm.shortestHours >= 1 && rhythm.longestHours <= LONGEST_HOURS,
    field,
    cron,
    "a cron expression of six fields that fires every year, once an hour at most",
    "write it like cron(0 3 ? * SUN *): one of both days is ?, the year *",
  );
}
