import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type Retention } from "../policy/retention-args";

/** What a schedule looks for. */
export enum ScheduledResource {
  /** Volumes that carry the tags, one snapshot each. */
  Volume = "VOLUME",
  /** Instances that carry the tags: all their volumes at the same moment. */
  Instance = "INSTANCE",
}

/** What a schedule looks for, unless told otherwise. */
export const DEFAULT_RESOURCE = ScheduledResource.Volume;

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
}

/** When snapshots are taken, and for how long they are kept. */
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
   * Up to three copies in other Regions. Plain, because the role may copy only where there are any.
   *
   * @default - none
   */
  copies?: SnapshotCopy[];

  /**
   * Tags for the snapshots, at most 45, whose keys do not begin with `aws:`; their sources' tags are always copied.
   *
   * @default - none
   */
  snapshotTags?: Tags;
}

/** The arguments of {@link SnapshotSchedule}. */
export interface SnapshotScheduleArgs {
  /** The account and the Region that the schedules run in. No other account's policies may use their role. */
  place: Place;

  /**
   * The tags to look for, at least one; a resource with any one of them is included, and case counts. Two policies that
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

  /** When snapshots are taken, and for how long they are kept: up to four. Where several are due, AWS takes one snapshot for all. */
  schedules: PolicySchedule[];

  /**
   * The keys of the volumes, which copying needs to read them. Required with `copies`, because a copy without the key fails
   * silently; an empty list says that the volumes are not encrypted.
   *
   * @default - none, without copies
   */
  sourceKeyArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Tags for the policy and its role; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
