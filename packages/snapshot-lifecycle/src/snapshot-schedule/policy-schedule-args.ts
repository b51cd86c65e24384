import type * as pulumi from "@pulumi/pulumi";
import { type Tags } from "@groundwork/core";
import { type Retention } from "../policy/retention-args";
import { type SnapshotScripts } from "./scripts-args";

/** What a tag says of the run that made a snapshot. */
export enum VariableTag {
  /** The id of the instance. */
  InstanceId = "$(instance-id)",
  /** When it was made: of all volumes of one instance the same. */
  Timestamp = "$(timestamp)",
}

/** A copy of each snapshot in another Region. */
export interface SnapshotCopy {
  /** The Region to copy to, such as `eu-central-1`. */
  region: pulumi.Input<string>;

  /**
   * The KMS key, in that Region, that encrypts the copy. Always a customer-managed one: a copy under `aws/ebs` could never
   * be shared with another account.
   */
  keyArn: pulumi.Input<string>;

  /**
   * Days for which a copy is kept, from 1 to 36500 and longer than it takes until the next one: without an older copy beside
   * it, each new one would be full.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
   */
  retainDays: pulumi.Input<number>;

  /**
   * Copies no tags along.
   *
   * @default false
   */
  withoutTags?: boolean;
}

/**
 * Snapshots of which a volume has its full speed at once. Billed by the hour and zone, and still after the policy is gone; AWS
 * does it for none above 16 TiB, nor for more than the account's quota.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-fast-snapshot-restore.html
 */
export interface FastRestore {
  /** The Availability Zones in which it is so, one to ten of the policy's Region. */
  zones: pulumi.Input<string>[];

  /** For how long after a snapshot, or for how many: by days or by count as the schedule, and no more than that keeps. */
  retain: Retention;
}

/** Other accounts that may make volumes of the snapshots, and copy them. They need the volumes' keys, too. */
export interface SnapshotSharing {
  /** The accounts, twelve digits each. */
  accountIds: string[];

  /**
   * Days after which a snapshot is theirs no more, fewer than it is kept.
   *
   * @default - until it is deleted
   */
  unshareDays?: pulumi.Input<number>;
}

/** When snapshots are taken, for how long they are kept, and what else is done with them. */
export interface PolicySchedule {
  /**
   * Its name, of up to 120 characters and unlike that of the policy's others. Another name later leaves the snapshots that were
   * taken under the old one to nobody.
   */
  name: string;

  /**
   * Hours between two snapshots: 1, 2, 3, 4, 6, 8, 12 or 24. Without `cron`.
   *
   * @default 24
   */
  intervalHours?: pulumi.Input<number>;

  /**
   * When the first snapshot of a day starts, in UTC, such as `03:00`; AWS starts within the hour. Without `cron`.
   *
   * @default "03:00"
   */
  startTime?: pulumi.Input<string>;

  /**
   * All times in UTC, instead of an interval, once an hour at most: such as `cron(0 3 1 * ? *)` for the first of each month.
   *
   * @default - each `intervalHours`
   * @see https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html
   */
  cron?: pulumi.Input<string>;

  /** For how long a snapshot is kept: all schedules of a policy by days, or all by count. */
  retain: Retention;

  /**
   * For how long a snapshot is kept in the archive tier once `retain` is over: at least 90 days, and by days or by count as
   * `retain`. For volumes, in one schedule of a policy, with a `cron` of at least 28 days. What is archived is full.
   *
   * @default - deleted once `retain` is over
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-archive.html
   */
  archive?: Retention;

  /**
   * Snapshots of which a volume has its full speed at once. Plain, because the role may do that only where it must.
   *
   * @default - none
   */
  fastRestore?: FastRestore;

  /**
   * Up to three copies in other Regions. Plain, because the role may copy only where there are any.
   *
   * @default - none
   */
  copies?: SnapshotCopy[];

  /**
   * Other accounts that may use the snapshots. Plain, because the role may share only where it must.
   *
   * @default - none
   */
  sharing?: SnapshotSharing;

  /**
   * Scripts around each snapshot of an instance. Only with `ScheduledResource.Instance`.
   *
   * @default - none: a snapshot is as after a power failure
   */
  scripts?: SnapshotScripts;

  /**
   * Leaves out the tags of what is snapshotted. A schedule that is added to a policy later needs it: with these tags, AWS's provider
   * replaces the policy, and what the old one made is then nobody's. A schedule that copied them once goes on.
   *
   * @default false
   */
  withoutSourceTags?: boolean;

  /**
   * Tags for the snapshots, at most 45 with the variable ones, whose keys do not begin with `aws:`.
   *
   * @default - none beside their sources'
   */
  snapshotTags?: Tags;

  /**
   * Tags for the snapshots whose values are the run's. Only with `ScheduledResource.Instance`.
   *
   * @default - none
   */
  variableTags?: Record<string, VariableTag>;
}
