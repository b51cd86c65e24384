import type * as inputs from "@pulumi/aws/types/input";
import { creationInputs } from "../policy/creation";
import { type PolicyDetails } from "../policy/lifecycle-policy";
import { daysInputs, retentionInputs } from "../policy/retention";
import { VariableTag } from "../snapshot-schedule/policy-schedule-args";
import { ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";
import { type AmiBackupArgs, AmiConsistency, type AmiSchedule } from "./ami-backup-args";

/** The policy of a backup by AMIs. */
export function amiDetails({ targetTags, consistency, schedules }: AmiBackupArgs): PolicyDetails {
  return {
    resourceTypes: [ScheduledResource.Instance],
    targetTags,
    parameters: { noReboot: consistency === AmiConsistency.AsAfterPowerFailure },
    schedules: schedules.map(scheduleInputs),
  };
}

function scheduleInputs(schedule: AmiSchedule): inputs.dlm.LifecyclePolicyPolicyDetailsSchedule {
  const { deprecate, instanceIdTag } = schedule;
  return {
    name: schedule.name,
    // Left out and not off: with either, AWS's provider replaces a policy that gets one schedule more.
    copyTags: schedule.withoutSourceTags === true ? undefined : true,
    tagsToAdd: schedule.amiTags,
    variableTags: instanceIdTag === undefined ? undefined : { [instanceIdTag]: VariableTag.InstanceId },
    createRule: creationInputs(schedule),
    retainRule: retentionInputs(schedule.retain),
    deprecateRule: deprecate && retentionInputs(deprecate),
    crossRegionCopyRules: schedule.copies?.map((copy) => ({
      // Of snapshots, it is `target`: AWS ignores neither, but refuses the wrong one.
      targetRegion: copy.region,
      encrypted: true,
      cmkArn: copy.keyArn,
      copyTags: copy.withoutTags !== true,
      retainRule: daysInputs(copy.retainDays),
      deprecateRule: copy.deprecateDays === undefined ? undefined : daysInputs(copy.deprecateDays),
    })),
  };
}
