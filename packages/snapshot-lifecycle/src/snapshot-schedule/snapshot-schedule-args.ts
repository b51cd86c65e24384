import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type PolicyAlarms } from "../alarms/alarms-args";
import { type PolicySchedule } from "./policy-schedule-args";
import { type ScheduleForecast } from "./schedule-forecast-args";

/** What a schedule looks for. */
export enum ScheduledResource {
  /** Volumes that carry the tags, one snapshot each. */
  Volume = "VOLUME",
  /** Instances that carry the tags: all their volumes at the same moment. */
  Instance = "INSTANCE",
}

/** What a schedule looks for, unless told otherwise. */
export const DEFAULT_RESOURCE = ScheduledResource.Volume;

/** The arguments of {@link SnapshotSchedule}. */
export interface SnapshotScheduleArgs {
  /** The account and the Region that the schedules run in. No other account's policies may use their role. */
  place: Place;

  /**
   * The tags to look for, at least one; a resource with any one of them is included, and case counts. Two policies that
   * look for the same tag double its snapshots: in one program, that is refused.
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
   * Leaves the other volumes of instances out that carry any one of these tags. Only with `ScheduledResource.Instance`.
   *
   * @default - none
   */
  excludeDataVolumeTags?: Tags;

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
   * Whom to tell that a snapshot, a copy or a script failed, or that a snapshot or a copy is missing.
   *
   * @default - nobody
   */
  alarms?: PolicyAlarms;

  /**
   * What is known of the volumes, to forecast what their snapshots will store and cost.
   *
   * @default - no forecast
   */
  forecast?: ScheduleForecast;

  /**
   * Has Pulumi refuse to delete or replace the policy: the snapshots that it made would stay, and nobody would delete them.
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
