import { each, is, type Subject } from "./facts";
import type { Resource } from "./resource";
import type { Fact, Facts } from "./verdict";

/** The type of Data Lifecycle Manager's policies. */
export const SNAPSHOT_POLICY = "aws:dlm/lifecyclePolicy:LifecyclePolicy";

/** What lets an account make volumes of a snapshot. */
export const SNAPSHOT_PERMISSION = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";

/** Judges each account with which a permission or a policy shares snapshots. */
export function eachSharedAccount(resource: Resource, judge: (on: Subject, path: string) => Fact): Fact[] {
  return resource.type === SNAPSHOT_POLICY
    ? eachSchedule(resource, (schedule) => each(schedule, "shareRule.targetAccounts", (account) => judge(account, "")))
    : [judge(resource, "accountId")];
}

/** Judges each schedule of a policy. A default policy has none: its own fields say what it does. */
export function eachSchedule(policy: Subject, judge: (schedule: Subject) => Facts): Fact[] {
  return each(policy, "policyDetails.schedules", judge);
}

/** Judges each copy into another Region, of a schedule or on an event, by where it says how it is encrypted. */
export function eachCopy(policy: Subject, judge: (copy: Subject, encrypted: string, key: string) => Facts): Fact[] {
  const encryption = "encryptionConfiguration";
  return [
    ...eachSchedule(policy, (schedule) =>
      each(schedule, "crossRegionCopyRules", (rule) => judge(rule, "encrypted", "cmkArn")),
    ),
    ...each(policy, "policyDetails.action.crossRegionCopies", (copy) =>
      judge(copy, `${encryption}.encrypted`, `${encryption}.cmkArn`),
    ),
  ];
}

/** Whether a policy does anything. */
export function isEnabled(policy: Subject): ReturnType<typeof is> {
  return is(policy, "state", "ENABLED", "ENABLED");
}
