import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** What a schedule looks for. */
export enum ScheduledResource {
  /** Volumes that carry the tags, one snapshot each. */
  Volume = "VOLUME",
  /** Instances that carry the tags: all their volumes at the same moment. */
  Instance = "INSTANCE",
}

/** What a schedule looks for, unless told otherwise. */
export const DEFAULT_RESOURCE = ScheduledResource.Volume;

/** Hours between two snapshots. */
export const DEFAULT_INTERVAL_HOURS = 24;

/** When the first snapshot of a day starts, in UTC. */
export const DEFAULT_START_TIME = "03:00";

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
   * Days for which a copy is kept, from 1 to 36500 and longer than the interval: without an older copy beside it, each new
   * one would be full.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-copy-snapshot.html
   */
  retainDays: pulumi.Input<number>;
}

/** The arguments of {@link SnapshotSchedule}. */
export interface SnapshotScheduleArgs {
  /** The account and the Region that the schedule runs in. No other account's schedules may use its role. */
  place: Place;

  /**
   * The tags to look for, at least one; a resource with any one of them is included, and case counts. Two schedules that
   * look for the same tag double its snapshots.
   */
  targetTags: Tags;

  /**
   * Whether to look for volumes or for instances.
   *
   * @default ScheduledResource.Volume
   */
  resource?: ScheduledResource;

  /**
   * Leaves the boot volumes of instances out. Only with `ScheduledResource.Instance`.
   *
   * @default false
   */
  excludeBootVolumes?: boolean;

  /**
   * Hours between two snapshots: 1, 2, 3, 4, 6, 8, 12 or 24.
   *
   * @default 24
   */
  intervalHours?: pulumi.Input<number>;

  /**
   * When the first snapshot of a day starts, in UTC, such as `03:00`; AWS starts within the hour.
   *
   * @default "03:00"
   */
  startTime?: pulumi.Input<string>;

  /**
   * Days for which a snapshot is kept, from 1 to 36500, at least one interval. AWS never deletes the last snapshot of a
   * volume that is gone.
   *
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
   */
  retainDays: pulumi.Input<number>;

  /**
   * Up to three copies in other Regions. Plain, because the role may copy only where there are any.
   *
   * @default - none
   */
  copies?: SnapshotCopy[];

  /**
   * The keys of the volumes, which copying needs to read them. Required with `copies`, because a copy without the key fails
   * silently; an empty list says that the volumes are not encrypted.
   *
   * @default - none, without copies
   */
  sourceKeyArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Tags for the snapshots, at most 45, whose keys do not begin with `aws:`; their sources' tags are always copied.
   *
   * @default - none
   */
  snapshotTags?: Tags;

  /**
   * Tags for the schedule and its role; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
