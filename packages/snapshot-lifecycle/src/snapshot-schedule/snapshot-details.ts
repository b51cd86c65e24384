import type * as inputs from "@pulumi/aws/types/input";
import { creationInputs } from "../policy/creation";
import { type PolicyDetails } from "../policy/lifecycle-policy";
import { daysInputs, retentionInputs } from "../policy/retention";
import { DEFAULT_RESOURCE, type PolicySchedule, type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** The policy of a schedule of snapshots. */
export function snapshotDetails(args: SnapshotScheduleArgs): PolicyDetails {
  return {
    resourceTypes: [args.resource ?? DEFAULT_RESOURCE],
    targetTags: args.targetTags,
    parameters: args.excludeBootVolumes === true ? { excludeBootVolume: true } : undefined,
    schedules: args.schedules.map(scheduleInputs),
  };
}

function scheduleInputs(schedule: PolicySchedule): inputs.dlm.LifecyclePolicyPolicyDetailsSchedule {
  return {
    name: schedule.name,
    copyTags: true,
    tagsToAdd: schedule.snapshotTags,
    createRule: creationInputs(schedule),
    retainRule: retentionInputs(schedule.retain),
    crossRegionCopyRules: schedule.copies?.map((copy) => ({
      target: copy.region,
      encrypted: true,
      cmkArn: copy.keyArn,
      copyTags: true,
      retainRule: daysInputs(copy.retainDays),
    })),
  };
}
