import { checkPlace, Checks, isPlain } from "@groundwork/core";
import { checkPolicyAlarms } from "../alarms/alarms";
import { checkCopies, checkSourceKeys } from "../policy/copy-checks";
import { checkCreation, rhythmOf } from "../policy/creation";
import { PolicyKind } from "../policy/lifecycle-policy";
import { checkKind, checkNoLonger, checkRetention } from "../policy/retention";
import { checkSchedules } from "../policy/schedule-checks";
import { checkAddedTags, checkTargetTags } from "../policy/tag-checks";
import { checkTargets, type Targets } from "../policy/targets";
import { ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";
import { type AmiBackupArgs, type AmiBackupCopy, AmiConsistency, type AmiSchedule } from "./ami-backup-args";

/** The longest time after which AWS deprecates an AMI, in days. */
const LONGEST_DEPRECATION_DAYS = 3650;

/**
 * Checks a backup by AMIs.
 *
 * @throws ConfigError with every mistake.
 */
export function checkAmiBackup(name: string, args: AmiBackupArgs): void {
  const { place, targetTags, schedules } = args;
  const checks = new Checks("AmiBackup", name);
  checkPlace(checks, place);
  checkTargetTags(checks, targetTags);
  checkTargets(checks, name, amiTargets(args));
  checks.oneOf("consistency", args.consistency, Object.values(AmiConsistency));
  checkSchedules(checks, schedules);
  schedules.forEach((schedule, index) => checkSchedule(checks, `schedules[${index}]`, schedule, args));
  checkSourceKeys(checks, args.sourceKeyArns, schedules);
  checkPolicyAlarms(checks, args.alarms, place.region);
  checks.done();
}

/** What a backup by AMIs looks for. */
export function amiTargets({ place, targetTags }: AmiBackupArgs): Targets {
  return { place, targetTags, kind: PolicyKind.Amis, resource: ScheduledResource.Instance };
}

function checkSchedule(checks: Checks, field: string, schedule: AmiSchedule, args: AmiBackupArgs): void {
  const { retain, deprecate, copies = [], amiTags, instanceIdTag } = schedule;
  const longestHours = rhythmOf(schedule)?.longestHours;
  checkCreation(checks, `${field}.`, schedule);
  checkRetention(checks, `${field}.retain`, retain, longestHours);
  if (deprecate !== undefined) {
    checkRetention(checks, `${field}.deprecate`, deprecate);
    checkKind(checks, `${field}.deprecate`, deprecate, retain);
    checkNoLonger(checks, `${field}.deprecate`, deprecate, retain);
    checks.range(`${field}.deprecate.days`, deprecate.days, 1, LONGEST_DEPRECATION_DAYS, "days");
  }
  checkCopies(checks, `${field}.copies`, copies, args.place, { longestHours });
  copies.forEach((copy, index) => checkDeprecation(checks, `${field}.copies[${index}].deprecateDays`, copy));
  checks.matches(
    `${field}.instanceIdTag`,
    instanceIdTag,
    /^(?!aws:).{1,128}$/,
    "the key of a tag, which does not begin with aws:",
    "write it like Instance",
  );
  const others = instanceIdTag === undefined ? [] : [instanceIdTag];
  checkAddedTags(checks, `${field}.amiTags`, amiTags, args.targetTags, others);
}

function checkDeprecation(checks: Checks, field: string, { deprecateDays, retainDays }: AmiBackupCopy): void {
  const inRange = checks.range(field, deprecateDays, 1, LONGEST_DEPRECATION_DAYS, "days");
  if (inRange && deprecateDays !== undefined && isPlain(deprecateDays) && isPlain(retainDays)) {
    checks.that(
      deprecateDays <= retainDays,
      field,
      deprecateDays,
      `at most the ${retainDays} days for which the copy is kept`,
      "lower it, or keep the copy longer",
    );
  }
}
