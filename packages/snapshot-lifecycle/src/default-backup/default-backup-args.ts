import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type PolicyAlarms } from "../alarms/alarms-args";
import { type ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";

/** Days between two runs of a default policy, unless told otherwise. */
export const DEFAULT_INTERVAL_DAYS = 1;

/** Days for which a default policy keeps what it made, unless told otherwise. */
export const DEFAULT_RETAIN_DAYS = 7;

/** A type of volumes. */
export enum VolumeType {
  Gp2 = "gp2",
  Gp3 = "gp3",
  Io1 = "io1",
  Io2 = "io2",
  St1 = "st1",
  Sc1 = "sc1",
}

/** The arguments of {@link DefaultBackup}. */
export interface DefaultBackupArgs {
  /** The account and the Region whose default policy this is: there is one for volumes and one for instances. */
  place: Place;

  /**
   * What is backed up wherever nobody else did lately: volumes by snapshots, or instances by AMIs. Another value replaces the policy.
   */
  resource: ScheduledResource;

  /**
   * Days between two runs, from 1 to 7 and fewer than `retainDays`. What has a backup that is younger is left alone.
   *
   * @default 1
   */
  intervalDays?: pulumi.Input<number>;

  /**
   * Days for which a backup is kept, from 2 to 14.
   *
   * @default 7
   */
  retainDays?: pulumi.Input<number>;

  /**
   * Leaves out what carries any one of these tags: at most 50.
   *
   * @default - none
   */
  excludeTags?: Tags;

  /**
   * Leaves the boot volumes of instances out. Only with `ScheduledResource.Volume`.
   *
   * @default false
   */
  excludeBootVolumes?: boolean;

  /**
   * Leaves volumes of these types out, at most six. Only with `ScheduledResource.Volume`.
   *
   * @default - none
   */
  excludeVolumeTypes?: VolumeType[];

  /**
   * Leaves out the tags of what is backed up.
   *
   * @default false
   */
  withoutSourceTags?: boolean;

  /**
   * Deletes the last backup, too, of what is gone, and all of them in time once the policy is in error, disabled or deleted.
   *
   * @default false
   */
  deleteLastBackups?: boolean;

  /**
   * Whom to tell that a backup failed. What is missing has a younger one elsewhere, so that `missingHours` cannot be said.
   *
   * @default - nobody
   */
  alarms?: PolicyAlarms;

  /**
   * Has Pulumi refuse to delete or replace the policy: what it made would stay, and nobody would delete it.
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
