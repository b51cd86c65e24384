import { checkPlace, Checks } from "@groundwork/core";
import { PolicyKind } from "../policy/lifecycle-policy";
import { isByCount } from "../policy/retention";
import { checkTargetTags } from "../policy/tag-checks";
import { checkTargets, type Targets } from "../policy/targets";
import { type PolicySchedule } from "./policy-schedule-args";
import { checkPolicySchedule } from "./policy-schedule-checks";
import { DEFAULT_RESOURCE, ScheduledResource, type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** The most schedules of one policy. */
const MAX_SCHEDULES = 4;

/**
 * Checks a schedule's arguments.
 *
 * @throws ConfigError with every mistake.
 */
export function checkSnapshotSchedule(name: string, args: SnapshotScheduleArgs): void {
  const { place, targetTags, schedules, sourceKeyArns } = args;
  const checks = new Checks("SnapshotSchedule", name);
  checkPlace(checks, place);
  checkTargetTags(checks, targetTags);
  checkTargets(checks, name, snapshotTargets(args));
  checks.oneOf("resource", args.resource, Object.values(ScheduledResource));
  if (args.resource !== ScheduledResource.Instance) {
    const fix = "set resource to ScheduledResource.Instance, or tag only the volumes that you mean";
    checks.that(args.excludeBootVolumes !== true, "excludeBootVolumes", true, "left out for volumes", fix);
    checks.leftOut("excludeDataVolumeTags", args.excludeDataVolumeTags, "for volumes", fix);
  }
  checkSchedules(checks, schedules);
  schedules.forEach((schedule, index) => checkPolicySchedule(checks, `schedules[${index}]`, schedule, args));
  checks.that(
    schedules.every(({ copies = [] }) => copies.length === 0) || sourceKeyArns !== undefined,
    "sourceKeyArns",
    sourceKeyArns,
    "the keys of the volumes where there are copies",
    "pass the keys' ARNs, or an empty list if the volumes are not encrypted",
  );
  checks.done();
}

/** What a schedule looks for. */
export function snapshotTargets({ place, targetTags, resource = DEFAULT_RESOURCE }: SnapshotScheduleArgs): Targets {
  return { place, targetTags, kind: PolicyKind.Snapshots, resource };
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
  const archived = schedules.filter(({ archive }) => archive !== undefined).map(({ name }) => name);
  checks.count("schedules", archived, 0, 1, "at most one with archive", "archive by one of them");
}
