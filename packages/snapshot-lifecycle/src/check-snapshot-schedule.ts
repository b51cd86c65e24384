import { Checks } from "@groundwork/core";
import { DEFAULT_INTERVAL_HOURS } from "./schedule-defaults";
import { ScheduledResource } from "./scheduled-resource";
import { type SnapshotScheduleArgs } from "./snapshot-schedule";

/** The intervals that Data Lifecycle Manager takes, in hours. */
const INTERVALS = [1, 2, 3, 4, 6, 8, 12, 24];

/** A hundred years: the longest that Data Lifecycle Manager keeps anything, in days. */
const LONGEST_RETENTION_DAYS = 36_500;

/** The most Regions that one schedule copies to. */
const MAX_COPIES = 3;

/** The most tags that Data Lifecycle Manager adds to a snapshot. */
const MAX_SNAPSHOT_TAGS = 45;

const START_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;
const REGION = /^[a-z]{2}(-[a-z]+)+-\d$/;
/**
 * Checks a schedule's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkSnapshotSchedule(name: string, args: SnapshotScheduleArgs): void {
  const checks = new Checks("SnapshotSchedule", name);
  checks.accountId("accountId", args.accountId);
  checkTags(checks, args);
  checks.oneOf("intervalHours", args.intervalHours, INTERVALS);
  checks.that(
    args.startTime === undefined || START_TIME.test(args.startTime),
    "startTime",
    args.startTime,
    "a time of day in UTC as hh:mm",
    "write it like 03:00, and quote it in YAML",
  );
  checks.range("retainDays", args.retainDays, 1, LONGEST_RETENTION_DAYS, "days");
  checks.that(
    args.excludeBootVolumes !== true || args.resource === ScheduledResource.Instance,
    "excludeBootVolumes",
    args.excludeBootVolumes,
    "left out for volumes",
    "set resource to ScheduledResource.Instance, or tag only data volumes",
  );
  checkCopies(checks, args);
  checks.done();
}

function checkTags(checks: Checks, args: SnapshotScheduleArgs): void {
  const targets = Object.entries(args.targetTags);
  checks.that(targets.length > 0, "targetTags", args.targetTags, "at least one tag", "name the tag to look for");
  const added = Object.entries(args.snapshotTags ?? {});
  checks.that(
    added.length <= MAX_SNAPSHOT_TAGS,
    "snapshotTags",
    `${added.length} tags`,
    `at most ${MAX_SNAPSHOT_TAGS} tags`,
    "remove some",
  );
  checks.that(
    added.every(([key]) => !key.startsWith("aws:")),
    "snapshotTags",
    args.snapshotTags,
    "tags whose keys do not begin with aws:",
    "AWS keeps that prefix to itself: choose another key",
  );
}

function checkCopies(checks: Checks, args: SnapshotScheduleArgs): void {
  const copies = args.copies ?? [];
  const regions = copies.map((copy) => copy.region);
  checks.that(copies.length <= MAX_COPIES, "copies", regions, `at most ${MAX_COPIES} copies`, "drop some Regions");
  checks.that(
    new Set(regions).size === regions.length,
    "copies",
    regions,
    "different Regions",
    "name each Region once",
  );
  checks.that(
    copies.length === 0 || args.sourceKeyArns !== undefined,
    "sourceKeyArns",
    args.sourceKeyArns,
    "the keys of the volumes where there are copies",
    "pass the keys' ARNs, or an empty list if the volumes are not encrypted",
  );
  const intervalDays = (args.intervalHours ?? DEFAULT_INTERVAL_HOURS) / 24;
  for (const [index, copy] of copies.entries()) {
    const field = `copies[${index}]`;
    checks.that(REGION.test(copy.region), `${field}.region`, copy.region, "a Region", "write it like eu-central-1");
    if (checks.range(`${field}.retainDays`, copy.retainDays, 1, LONGEST_RETENTION_DAYS, "days")) {
      checks.that(
        copy.retainDays > intervalDays,
        `${field}.retainDays`,
        copy.retainDays,
        `more than the interval of ${intervalDays} days`,
        "keep copies longer, or every copy is a full one",
      );
    }
  }
}
