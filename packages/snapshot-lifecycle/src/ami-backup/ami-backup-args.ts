import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type PolicyAlarms } from "../alarms/alarms-args";
import { type Retention } from "../policy/retention-args";

/** In which state an instance is backed up. */
export enum AmiConsistency {
  /** It reboots at each run: its file systems are consistent, and it is down for a moment, maybe with all others that carry the tag. */
  RebootsInstances = "reboots-instances",
  /** It goes on running: its volumes are as after a power failure, and an AMI may not start. */
  AsAfterPowerFailure = "as-after-power-failure",
}

/** A copy of each AMI in another Region. */
export interface AmiBackupCopy {
  /** The Region to copy to, such as `eu-central-1`. */
  region: pulumi.Input<string>;

  /** The KMS key, in that Region, that encrypts the copy: always a customer-managed one. */
  keyArn: pulumi.Input<string>;

  /** Days for which a copy is kept, from 1 to 36500 and longer than it takes until the next one, or each would be full. */
  retainDays: pulumi.Input<number>;

  /**
   * Days after which a copy is deprecated, up to 3650 and no more than it is kept.
   *
   * @default - never
   */
  deprecateDays?: pulumi.Input<number>;

  /**
   * Copies no tags along.
   *
   * @default false
   */
  withoutTags?: boolean;
}

/** When AMIs are made, and for how long they are kept. */
export interface AmiSchedule {
  /**
   * Its name, of up to 120 characters and unlike that of the policy's others. Another name later leaves the AMIs that were made
   * under the old one to nobody.
   */
  name: string;

  /**
   * Hours between two AMIs: 1, 2, 3, 4, 6, 8, 12 or 24. Without `cron`.
   *
   * @default 24
   */
  intervalHours?: pulumi.Input<number>;

  /**
   * When the first AMI of a day is made, in UTC, such as `03:00`; AWS starts within the hour. Without `cron`.
   *
   * @default "03:00"
   */
  startTime?: pulumi.Input<string>;

  /**
   * All times in UTC, instead of an interval, once an hour at most: such as `cron(0 3 ? * SUN *)`.
   *
   * @default - each `intervalHours`
   */
  cron?: pulumi.Input<string>;

  /** For how long an AMI is kept, and its snapshots with it: all schedules of a policy by days, or all by count. */
  retain: Retention;

  /**
   * After how long an AMI is deprecated, or how many of the oldest: by days, up to 3650, or by count as `retain`, and no more.
   *
   * @default - never
   */
  deprecate?: Retention;

  /**
   * Up to three copies in other Regions. Plain, because the role may copy only where there are any.
   *
   * @default - none
   */
  copies?: AmiBackupCopy[];

  /**
   * Leaves out the tags of the instance. A schedule that is added to a policy later needs it: with these tags, AWS's provider
   * replaces the policy, and what the old one made is then nobody's. A schedule that copied them once goes on.
   *
   * @default false
   */
  withoutSourceTags?: boolean;

  /**
   * Tags for the AMIs and their snapshots, at most 45, whose keys do not begin with `aws:`.
   *
   * @default - none beside their instance's
   */
  amiTags?: Tags;

  /**
   * The key of a tag whose value is the instance's id.
   *
   * @default - none
   */
  instanceIdTag?: string;
}

/** The arguments of {@link AmiBackup}. */
export interface AmiBackupArgs {
  /** The account and the Region that the schedules run in. No other account's policies may use their role. */
  place: Place;

  /**
   * The tags of the instances, at least one; an instance with any one of them is included, and case counts. Two policies that
   * look for the same tag double its AMIs: in one program, that is refused.
   */
  targetTags: Tags;

  /** In which state an instance is backed up: neither is without a risk, so it has to be said. */
  consistency: AmiConsistency;

  /** When AMIs are made, and for how long they are kept: up to four. */
  schedules: AmiSchedule[];

  /**
   * The keys of the instances' volumes, which copying needs to read them. Required with `copies`, because a copy without the key
   * fails silently; an empty list says that the volumes are not encrypted.
   *
   * @default - none, without copies
   */
  sourceKeyArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Whom to tell that an AMI or a copy failed, or is missing.
   *
   * @default - nobody
   */
  alarms?: PolicyAlarms;

  /**
   * Has Pulumi refuse to delete or replace the policy: the AMIs that it made would stay, and nobody would remove them.
   *
   * @default true
   */
  protectPolicy?: boolean;

  /**
   * Tags for the policy, its role and its alarms; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
