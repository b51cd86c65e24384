import { checkPlace, Checks } from "@groundwork/core";
import { checkPolicyAlarms } from "../alarms/alarms";
import { checkSourceKeys } from "../policy/copy-checks";
import { PolicyKind } from "../policy/lifecycle-policy";
import { checkSchedules } from "../policy/schedule-checks";
import { checkTargetTags } from "../policy/tag-checks";
import { checkTargets, type Targets } from "../policy/targets";
import { type PolicySchedule } from "./policy-schedule-args";
import { checkPolicySchedule } from "./policy-schedule-checks";
import { checkScheduleForecast } from "./schedule-forecast";
import { DEFAULT_RESOURCE, ScheduledResource, type SnapshotScheduleArgs } from "./snapshot-schedule-args";

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
  checkArchives(checks, schedules);
  schedules.forEach((schedule, index) => checkPolicySchedule(checks, `schedules[${index}]`, schedule, args));
  checkSourceKeys(checks, sourceKeyArns, schedules);
  checkPolicyAlarms(checks, args.alarms, place.region);
  checkScheduleForecast(checks, args);
  checks.done();
}

/** What a schedule looks for. */
export function snapshotTargets({ place, targetTags, resource = DEFAULT_RESOURCE }: SnapshotScheduleArgs): Targets {
  return { place, targetTags, kind: PolicyKind.Snapshots, resource };
}

/** AWS archives by one schedule of a policy. */
function checkArchives(checks: Checks, schedules: PolicySchedule[]): void {
  const archived = schedules.filter(({ archive }) => archive !== undefined).map(({ name }) => name);
  checks.count("schedules", archived, 0, 1, "at most one with archive", "archive by one of them");
}
