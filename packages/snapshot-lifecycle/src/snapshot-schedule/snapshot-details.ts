import type * as inputs from "@pulumi/aws/types/input";
import { creationInputs } from "../policy/creation";
import { type PolicyDetails } from "../policy/lifecycle-policy";
import { daysInputs, retentionInputs } from "../policy/retention";
import { type FastRestore, type PolicySchedule, type SnapshotSharing } from "./policy-schedule-args";
import { scriptsInputs } from "./scripts";
import { DEFAULT_RESOURCE, ScheduledResource, type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** The policy of a schedule of snapshots. */
export function snapshotDetails(args: SnapshotScheduleArgs): PolicyDetails {
  const resource = args.resource ?? DEFAULT_RESOURCE;
  return {
    resourceTypes: [resource],
    targetTags: args.targetTags,
    parameters:
      resource === ScheduledResource.Instance
        ? {
            excludeBootVolume: args.excludeBootVolumes === true,
            excludeDataVolumeTags: args.excludeDataVolumeTags,
          }
        : undefined,
    schedules: args.schedules.map(scheduleInputs),
  };
}

function scheduleInputs(schedule: PolicySchedule): inputs.dlm.LifecyclePolicyPolicyDetailsSchedule {
  const { archive, fastRestore, sharing, scripts } = schedule;
  return {
    name: schedule.name,
    // Left out and not off: with either, AWS's provider replaces a policy that gets one schedule more.
    copyTags: schedule.withoutSourceTags === true ? undefined : true,
    tagsToAdd: schedule.snapshotTags,
    variableTags: schedule.variableTags,
    createRule: { ...creationInputs(schedule), scripts: scripts && scriptsInputs(scripts) },
    retainRule: retentionInputs(schedule.retain),
    archiveRule: archive && { archiveRetainRule: { retentionArchiveTier: retentionInputs(archive) } },
    fastRestoreRule: fastRestore && fastRestoreInputs(fastRestore),
    crossRegionCopyRules: schedule.copies?.map((copy) => ({
      target: copy.region,
      encrypted: true,
      cmkArn: copy.keyArn,
      copyTags: copy.withoutTags !== true,
      retainRule: daysInputs(copy.retainDays),
    })),
    shareRule: sharing && sharingInputs(sharing),
  };
}

function fastRestoreInputs({
  zones,
  retain,
}: FastRestore): inputs.dlm.LifecyclePolicyPolicyDetailsScheduleFastRestoreRule {
  return { availabilityZones: zones, ...retentionInputs(retain) };
}

function sharingInputs({
  accountIds,
  unshareDays,
}: SnapshotSharing): inputs.dlm.LifecyclePolicyPolicyDetailsScheduleShareRule {
  return {
    targetAccounts: accountIds,
    ...(unshareDays === undefined ? {} : { unshareInterval: unshareDays, unshareIntervalUnit: "DAYS" }),
  };
}
