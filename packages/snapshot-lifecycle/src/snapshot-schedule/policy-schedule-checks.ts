import { type Checks, isPlain } from "@groundwork/core";
import { checkCopies } from "../policy/copy-checks";
import { checkCreation, rhythmOf } from "../policy/creation";
import { type CronRhythm } from "../policy/cron";
import { checkKind, checkNoLonger, checkRetention, keptHours } from "../policy/retention";
import { checkAddedTags } from "../policy/tag-checks";
import { type FastRestore, type PolicySchedule, type SnapshotSharing, VariableTag } from "./policy-schedule-args";
import { checkScripts } from "./scripts";
import { ScheduledResource, type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** The shortest time between two snapshots that are archived, in days. */
const SHORTEST_ARCHIVE_INTERVAL_DAYS = 28;

/** The shortest time for which AWS archives a snapshot, in days. */
const SHORTEST_ARCHIVE_DAYS = 90;

/** Records what is wrong with one schedule of a policy. */
export function checkPolicySchedule(
  checks: Checks,
  field: string,
  schedule: PolicySchedule,
  args: SnapshotScheduleArgs,
): void {
  const { retain, copies = [], fastRestore, sharing, scripts, variableTags = {} } = schedule;
  const rhythm = rhythmOf(schedule);
  checkCreation(checks, `${field}.`, schedule);
  checkRetention(checks, `${field}.retain`, retain, rhythm?.longestHours);
  checkArchive(checks, `${field}.archive`, schedule, args.resource, rhythm);
  if (fastRestore !== undefined) {
    checkFastRestore(checks, `${field}.fastRestore`, fastRestore, schedule, args.place.region);
  }
  checkCopies(checks, `${field}.copies`, copies, args.place, { longestHours: rhythm?.longestHours });
  if (sharing !== undefined) {
    checkSharing(checks, `${field}.sharing`, sharing, args.place.accountId, keptHours(retain, rhythm?.shortestHours));
  }
  if (scripts !== undefined) {
    checkScripts(checks, `${field}.scripts`, scripts);
  }
  if (args.resource !== ScheduledResource.Instance) {
    const fix = "set resource to ScheduledResource.Instance";
    checks.leftOut(`${field}.scripts`, scripts, "for volumes", fix);
    checks.leftOut(`${field}.variableTags`, schedule.variableTags, "for volumes", fix);
  }
  for (const [tag, value] of Object.entries(variableTags)) {
    checks.oneOf(`${field}.variableTags.${tag}`, value, Object.values(VariableTag));
  }
  checkAddedTags(checks, `${field}.snapshotTags`, schedule.snapshotTags, args.targetTags, Object.keys(variableTags));
}

function checkArchive(
  checks: Checks,
  field: string,
  { archive, retain, cron }: PolicySchedule,
  resource: ScheduledResource | undefined,
  rhythm: CronRhythm | undefined,
): void {
  if (archive === undefined) {
    return;
  }
  checks.leftOut(
    field,
    resource === ScheduledResource.Instance ? archive : undefined,
    "for instances",
    "archive snapshots of volumes: AWS archives no others",
  );
  checkRetention(checks, field, archive);
  checkKind(checks, field, archive, retain);
  checks.that(
    cron !== undefined && (rhythm === undefined || rhythm.shortestHours >= SHORTEST_ARCHIVE_INTERVAL_DAYS * 24),
    field,
    archive,
    `left out unless cron is at least ${SHORTEST_ARCHIVE_INTERVAL_DAYS} days apart`,
    "write it like cron(0 3 1 * ? *)",
  );
  const hours = keptHours(archive, rhythm?.shortestHours);
  checks.that(
    hours === undefined || hours >= SHORTEST_ARCHIVE_DAYS * 24,
    field,
    archive,
    `at least ${SHORTEST_ARCHIVE_DAYS} days, or as many as are made in them`,
    "archive for longer: AWS bills them anyway",
  );
}

function checkFastRestore(
  checks: Checks,
  field: string,
  { zones, retain }: FastRestore,
  schedule: PolicySchedule,
  region: string,
): void {
  checks.count(`${field}.zones`, zones, 1, 10, "one to ten Availability Zones", "name the zones of what is restored");
  checks.different(`${field}.zones`, zones, "different zones", "name each once");
  zones.forEach((zone, index) =>
    checks.matches(
      `${field}.zones[${index}]`,
      zone,
      new RegExp(`^${region}[a-z]$`),
      `an Availability Zone of ${region}`,
      `write it like ${region}a`,
    ),
  );
  checkRetention(checks, `${field}.retain`, retain);
  checkKind(checks, `${field}.retain`, retain, schedule.retain);
  checkNoLonger(checks, `${field}.retain`, retain, schedule.retain);
}

function checkSharing(
  checks: Checks,
  field: string,
  { accountIds, unshareDays }: SnapshotSharing,
  ownAccountId: string,
  hours: number | undefined,
): void {
  checks.count(`${field}.accountIds`, accountIds, 1, Infinity, "at least one account", "leave sharing out for none");
  checks.different(`${field}.accountIds`, accountIds, "different accounts", "name each once");
  accountIds.forEach((accountId, index) => {
    const account = `${field}.accountIds[${index}]`;
    checks.accountId(account, accountId);
    checks.that(accountId !== ownAccountId, account, accountId, "another account than the policy's own", "drop it");
  });
  const inRange = checks.range(`${field}.unshareDays`, unshareDays, 1, 36_500, "days");
  if (inRange && unshareDays !== undefined && isPlain(unshareDays) && hours !== undefined) {
    checks.that(
      unshareDays * 24 < hours,
      `${field}.unshareDays`,
      unshareDays,
      "fewer days than a snapshot is kept",
      "leave it out: what is deleted is nobody's",
    );
  }
}
