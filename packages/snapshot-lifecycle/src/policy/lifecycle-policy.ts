import * as dlm from "@pulumi/aws/dlm";
import { type Context, nameTag } from "@groundwork/core";
import { type ScheduleRole } from "./service-role";
import {
  DEFAULT_INTERVAL_HOURS,
  DEFAULT_RESOURCE,
  DEFAULT_START_TIME,
  type SnapshotScheduleArgs,
} from "../snapshot-schedule/snapshot-schedule-args";

/** What a lifecycle policy is made with. */
export interface LifecyclePolicyContext extends Context {
  role: ScheduleRole;
}

/** Creates the policy that takes, copies and deletes snapshots. */
export function createLifecyclePolicy(
  { name, role, tags, parent }: LifecyclePolicyContext,
  args: SnapshotScheduleArgs,
): dlm.LifecyclePolicy {
  return new dlm.LifecyclePolicy(
    `${name}-lifecycle-policy`,
    {
      description: description(name),
      executionRoleArn: role.role.arn,
      state: "ENABLED",
      policyDetails: {
        policyType: "EBS_SNAPSHOT_MANAGEMENT",
        resourceTypes: [args.resource ?? DEFAULT_RESOURCE],
        targetTags: args.targetTags,
        parameters: args.excludeBootVolumes === true ? { excludeBootVolume: true } : undefined,
        schedules: [
          {
            name,
            copyTags: true,
            tagsToAdd: args.snapshotTags,
            createRule: {
              interval: args.intervalHours ?? DEFAULT_INTERVAL_HOURS,
              intervalUnit: "HOURS",
              times: args.startTime ?? DEFAULT_START_TIME,
            },
            retainRule: { interval: args.retainDays, intervalUnit: "DAYS" },
            crossRegionCopyRules: args.copies?.map((copy) => ({
              target: copy.region,
              encrypted: true,
              cmkArn: copy.keyArn,
              copyTags: true,
              retainRule: { interval: copy.retainDays, intervalUnit: "DAYS" },
            })),
          },
        ],
      },
      tags: nameTag(name, tags),
    },
    // A policy whose role may not act yet goes into an error state that nobody sees.
    { parent, dependsOn: role.permissions, aliases: [{ name: `${name}-policy` }] },
  );
}

/** A description in the characters that DLM takes. */
function description(name: string): string {
  return `Snapshots of ${name.replace(/[^0-9A-Za-z _-]/g, "-")}`;
}
