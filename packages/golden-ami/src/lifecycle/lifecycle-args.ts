import type * as pulumi from "@pulumi/pulumi";

/** What happens to an AMI. */
export enum LifecycleAction {
  /** It can still be launched, but whoever looks for AMIs does not find it any more. */
  Deprecate = "DEPRECATE",
  /** It is private and cannot be launched, until somebody enables it again. */
  Disable = "DISABLE",
  /** It is gone, and its snapshots with it. */
  Delete = "DELETE",
}

/** One rule of a lifecycle: what happens to which AMIs. */
export interface LifecycleRule {
  /** What happens; at most one rule for each. */
  action: LifecycleAction;

  /**
   * To AMIs that were built so many days ago, from 1 to 1000.
   *
   * @default - `keepNewest` says which
   */
  afterDays?: pulumi.Input<number>;

  /**
   * How many of the newest of each version of the recipe it spares, from 1 to 1000, and no other; with `LifecycleAction.Delete`, instead of `afterDays`.
   *
   * @default - `afterDays` says which
   */
  keepNewest?: pulumi.Input<number>;

  /**
   * How many of the newest of each version of the recipe stay whatever their age, from 1 to 10; with `LifecycleAction.Delete` and
   * `afterDays`. Each change of content is a version, so that as many of each change stay for ever.
   *
   * @default - none: what is approved or was launched lately stays
   * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-lifecycle-rules.html
   */
  keepAtLeast?: pulumi.Input<number>;
}

/** The AMIs to which nothing happens, beside those that are approved. */
export interface LifecycleExclusions {
  /**
   * Those that were launched within so many days, from 1 to 365.
   *
   * @default 90
   */
  launchedWithinDays?: pulumi.Input<number>;

  /**
   * Those with any of these tags: key and value.
   *
   * @default - none beside the tag of approved AMIs
   */
  tags?: Record<string, pulumi.Input<string>>;

  /**
   * Those that are shared with any of these accounts.
   *
   * @default - none
   */
  sharedAccountIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Those of these Regions.
   *
   * @default - none
   */
  regions?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Those that everybody may launch.
   *
   * @default true
   */
  publicAmis?: pulumi.Input<boolean>;
}

/** What becomes of AMIs that nobody launches any more. What is approved is never touched. */
export interface ImageLifecycle {
  /**
   * One to three rules.
   *
   * @default - deprecated after 90 days, disabled after 180, deleted with their snapshots after 365
   */
  rules?: LifecycleRule[];

  /**
   * The AMIs that no rule touches, beside those that are approved.
   *
   * @default - those that were launched within 90 days, and those that everybody may launch
   */
  exclusions?: LifecycleExclusions;

  /**
   * Keeps every AMI and its snapshots, which are billed, until somebody deletes them.
   *
   * @default false
   */
  keepForever?: boolean;
}

/** The lifecycle of an AMI that nobody launches any more. */
export const DEFAULT_LIFECYCLE_RULES: LifecycleRule[] = [
  { action: LifecycleAction.Deprecate, afterDays: 90 },
  { action: LifecycleAction.Disable, afterDays: 180 },
  { action: LifecycleAction.Delete, afterDays: 365 },
];

/** An AMI that was launched within so many days is in use. */
export const DEFAULT_LAUNCHED_WITHIN_DAYS = 90;
