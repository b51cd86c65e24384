import * as dlm from "@pulumi/aws/dlm";
import * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";
import { checkSnapshotSchedule } from "./check-snapshot-schedule";
import { DEFAULT_INTERVAL_HOURS, DEFAULT_START_TIME } from "./schedule-defaults";
import { createScheduleRole } from "./schedule-role";
import { ScheduledResource } from "./scheduled-resource";

/** A copy of each snapshot in another Region. */
export interface SnapshotCopy {
  /** The Region to copy to, such as `eu-central-1`. */
  region: string;

  /**
   * The KMS key, in that Region, that encrypts the copy. Always a customer-managed one: a copy under `aws/ebs` could never
   * be shared with another account.
   */
  keyArn: pulumi.Input<string>;

  /**
   * Days for which a copy is kept, from 1 to 36500 and longer than the interval: without an older copy beside it, each new
   * one would be full.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
   */
  retainDays: number;
}

/** The arguments of {@link SnapshotSchedule}. */
export interface SnapshotScheduleArgs {
  /** The account that the schedule runs in: twelve digits. Nobody else's schedules may use its role. */
  accountId: pulumi.Input<string>;

  /**
   * The tags to look for; a resource with any one of them is included, and case counts. Two schedules that look for the same
   * tag double its snapshots.
   */
  targetTags: Record<string, string>;

  /** @default ScheduledResource.Volume */
  resource?: ScheduledResource;

  /** Leaves the boot volumes of instances out. Only with `ScheduledResource.Instance`. @default false */
  excludeBootVolumes?: boolean;

  /** Hours between two snapshots: 1, 2, 3, 4, 6, 8, 12 or 24. @default 24 */
  intervalHours?: number;

  /** When the first snapshot of a day starts, in UTC, such as `03:00`; AWS starts within the hour. @default "03:00" */
  startTime?: string;

  /**
   * Days for which a snapshot is kept, from 1 to 36500, at least one interval. AWS never deletes the last snapshot of a
   * volume that is gone.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
   */
  retainDays: number;

  /** Up to three copies in other Regions. @default - none */
  copies?: SnapshotCopy[];

  /**
   * The keys of the volumes, which copying needs to read them. Required with `copies`, because a copy without the key fails
   * silently; an empty list says that the volumes are not encrypted.
   *
   * @default - none, without copies
   */
  sourceKeyArns?: pulumi.Input<string>[];

  /** Tags for the snapshots; their sources' tags are always copied. @default - none */
  snapshotTags?: Record<string, string>;

  /** @default - a `Name` tag on each resource */
  tags?: Tags;
}

/**
 * Snapshots of everything that carries a tag, taken, copied and deleted on schedule by Data Lifecycle Manager, under a role
 * of its own that may do just that. It makes no look-up.
 */
export class SnapshotSchedule extends pulumi.ComponentResource {
  readonly policyId: pulumi.Output<string>;

  readonly roleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: SnapshotScheduleArgs, opts?: pulumi.ComponentResourceOptions) {
    checkSnapshotSchedule(name, args);
    super("snapshot-lifecycle:index:SnapshotSchedule", name, {}, opts);

    const { role, permissions } = createScheduleRole(name, args, this);
    const policy = new dlm.LifecyclePolicy(
      `${name}-policy`,
      {
        description: description(name),
        executionRoleArn: role.arn,
        state: "ENABLED",
        policyDetails: {
          policyType: "EBS_SNAPSHOT_MANAGEMENT",
          resourceTypes: [args.resource ?? ScheduledResource.Volume],
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
        tags: nameTag(name, args.tags),
      },
      // A policy whose role may not act yet goes into an error state that nobody sees.
      { parent: this, dependsOn: permissions },
    );

    this.policyId = policy.id;
    this.roleArn = role.arn;
    this.registerOutputs({ policyId: this.policyId, roleArn: this.roleArn });
  }
}

/** A description in the characters that DLM takes. */
function description(name: string): string {
  return `Snapshots of ${name.replace(/[^0-9A-Za-z _-]/g, "-")}`;
}
