import { checkPlace, Checks, isPlain, partitionOf } from "@groundwork/core";
import { checkCreation, rhythmOf } from "../policy/creation";
import { checkRetention, inDays, isByCount } from "../policy/retention";
import { LONGEST_RETENTION_DAYS } from "../policy/retention-args";
import { checkAddedTags, checkTargetTags } from "../policy/tag-checks";
import {
  type PolicySchedule,
  ScheduledResource,
  type SnapshotCopy,
  type SnapshotScheduleArgs,
} from "./snapshot-schedule-args";

/** The most schedules of one policy. */
const MAX_SCHEDULES = 4;

/** The most Regions that one schedule copies to. */
const MAX_COPIES = 3;

/**
 * Checks a schedule's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkSnapshotSchedule(name: string, args: SnapshotScheduleArgs): void {
  const { place, targetTags, schedules, excludeBootVolumes, resource } = args;
  const checks = new Checks("SnapshotSchedule", name);
  checkPlace(checks, place);
  checkTargetTags(checks, targetTags);
  checks.that(
    excludeBootVolumes !== true || resource === ScheduledResource.Instance,
    "excludeBootVolumes",
    excludeBootVolumes,
    "left out for volumes",
    "set resource to ScheduledResource.Instance, or tag only data volumes",
  );
  checkSchedules(checks, schedules);
  schedules.forEach((schedule, index) => checkSchedule(checks, `schedules[${index}]`, schedule, args));
  checkSourceKeys(checks, args);
  checks.done();
}

function checkSchedules(checks: Checks, schedules: PolicySchedule[]): void {
  const names = schedules.map(({ name }) => name);
  checks.count("schedules", names, 1, MAX_SCHEDULES, "one to four schedules", "make another policy, by another tag");
  checks.different("schedules", names, "schedules of different names", "give each a name of its own");
  const kinds = new Set(schedules.map(({ retain }) => isByCount(retain)));
  checks.that(
    kinds.size <= 1,
    "schedules",
    schedules.map(({ name, retain }) => ({ name, retain })),
    "all kept by days or all by count",
    "make another policy, by another tag, for the other kind",
  );
}

function checkSchedule(checks: Checks, field: string, schedule: PolicySchedule, args: SnapshotScheduleArgs): void {
  const { name, retain, copies = [], snapshotTags } = schedule;
  const rhythm = rhythmOf(schedule);
  checks.matches(`${field}.name`, name, /^.{1,120}$/, "a text of 1 to 120 characters", "shorten it");
  checkCreation(checks, `${field}.`, schedule);
  checkRetention(checks, `${field}.retain`, retain, rhythm?.longestHours);
  checkAddedTags(checks, `${field}.snapshotTags`, snapshotTags, args.targetTags);
  checkCopies(checks, `${field}.copies`, copies, args, rhythm?.longestHours);
}

function checkCopies(
  checks: Checks,
  field: string,
  copies: SnapshotCopy[],
  { place }: SnapshotScheduleArgs,
  longestHours: number | undefined,
): void {
  const regions = copies.map(({ region }) => region);
  checks.count(field, regions, 0, MAX_COPIES, `at most ${MAX_COPIES} copies`, "drop some Regions");
  checks.different(field, regions, "different Regions", "name each Region once");
  copies.forEach(({ region, keyArn, retainDays }, index) => {
    const copy = `${field}[${index}]`;
    if (checks.region(`${copy}.region`, region) && isPlain(region)) {
      const partition = partitionOf(place.region);
      checks.that(region !== place.region, `${copy}.region`, region, "another Region than the source's", "drop it");
      checks.that(
        partitionOf(region) === partition,
        `${copy}.region`,
        region,
        `a Region of the partition ${partition}`,
        "export it to S3 instead: nothing is copied between partitions",
      );
      checks.matches(
        `${copy}.keyArn`,
        keyArn,
        new RegExp(`^arn:${partitionOf(region)}:kms:${region}:\\d{12}:key/[\\w-]+$`),
        `the ARN of a key in ${region}, by its id`,
        "pass the keyArn of an EncryptionKey there",
      );
    }
    const inRange = checks.range(`${copy}.retainDays`, retainDays, 1, LONGEST_RETENTION_DAYS, "days");
    if (inRange && isPlain(retainDays) && longestHours !== undefined) {
      checks.that(
        retainDays * 24 > longestHours,
        `${copy}.retainDays`,
        retainDays,
        `more than the ${inDays(longestHours)} days until the next copy`,
        "keep copies longer, or every copy is a full one",
      );
    }
  });
}

function checkSourceKeys(checks: Checks, { schedules, sourceKeyArns }: SnapshotScheduleArgs): void {
  checks.that(
    schedules.every(({ copies = [] }) => copies.length === 0) || sourceKeyArns !== undefined,
    "sourceKeyArns",
    sourceKeyArns,
    "the keys of the volumes where there are copies",
    "pass the keys' ARNs, or an empty list if the volumes are not encrypted",
  );
}
