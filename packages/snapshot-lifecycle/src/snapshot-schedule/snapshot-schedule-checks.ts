import { checkPlace, Checks, isPlain } from "@groundwork/core";
import { DEFAULT_INTERVAL_HOURS, ScheduledResource, type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** The intervals that Data Lifecycle Manager takes, in hours. */
const INTERVALS = [1, 2, 3, 4, 6, 8, 12, 24];

/** A hundred years: the longest that Data Lifecycle Manager keeps anything, in days. */
const LONGEST_RETENTION_DAYS = 36_500;

/** The most Regions that one schedule copies to. */
const MAX_COPIES = 3;

/** The most tags that Data Lifecycle Manager adds to a snapshot. */
const MAX_SNAPSHOT_TAGS = 45;

const START_TIME = /^([01]\d|2[0-3]):[0-5]\d$/;

/**
 * Checks a schedule's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkSnapshotSchedule(name: string, args: SnapshotScheduleArgs): void {
  const checks = new Checks("SnapshotSchedule", name);
  checkPlace(checks, args.place);
  checkTags(checks, args);
  checks.oneOf("intervalHours", args.intervalHours, INTERVALS);
  checks.matches(
    "startTime",
    args.startTime,
    START_TIME,
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

function checkTags(checks: Checks, { targetTags, snapshotTags = {} }: SnapshotScheduleArgs): void {
  if (isPlain(targetTags)) {
    const count = Object.keys(targetTags).length;
    checks.that(count > 0, "targetTags", targetTags, "at least one tag", "name the tag to look for");
  }
  if (isPlain(snapshotTags)) {
    const keys = Object.keys(snapshotTags);
    checks.that(
      keys.length <= MAX_SNAPSHOT_TAGS,
      "snapshotTags",
      `${keys.length} tags`,
      `at most ${MAX_SNAPSHOT_TAGS} tags`,
      "remove some",
    );
    checks.that(
      keys.every((key) => !key.startsWith("aws:")),
      "snapshotTags",
      snapshotTags,
      "tags whose keys do not begin with aws:",
      "AWS keeps that prefix to itself: choose another key",
    );
  }
}

function checkCopies(checks: Checks, { copies = [], sourceKeyArns, intervalHours }: SnapshotScheduleArgs): void {
  const regions = copies.map((copy) => copy.region);
  checks.count("copies", regions, 0, MAX_COPIES, `at most ${MAX_COPIES} copies`, "drop some Regions");
  checks.different("copies", regions, "different Regions", "name each Region once");
  checks.that(
    copies.length === 0 || sourceKeyArns !== undefined,
    "sourceKeyArns",
    sourceKeyArns,
    "the keys of the volumes where there are copies",
    "pass the keys' ARNs, or an empty list if the volumes are not encrypted",
  );
  const interval = intervalHours ?? DEFAULT_INTERVAL_HOURS;
  for (const [index, { region, retainDays }] of copies.entries()) {
    const field = `copies[${index}]`;
    checks.region(`${field}.region`, region);
    const inRange = checks.range(`${field}.retainDays`, retainDays, 1, LONGEST_RETENTION_DAYS, "days");
    if (inRange && isPlain(retainDays) && isPlain(interval)) {
      checks.that(
        retainDays > interval / 24,
        `${field}.retainDays`,
        retainDays,
        `more than the interval of ${interval / 24} days`,
        "keep copies longer, or every copy is a full one",
      );
    }
  }
}
