import type * as pulumi from "@pulumi/pulumi";
import { type TargetGroupArgs } from "../target-group/target-group-args";

/** The percentage of failing requests that sets the alarm off, unless the caller says otherwise. */
export const DEFAULT_GUARD_ERROR_PERCENTAGE = 5;
/** The requests in a minute below which a group is not judged, unless the caller says otherwise. */
export const DEFAULT_GUARD_MINIMUM_REQUESTS = 20;
/** The failing minutes in a row that set the alarm off, unless the caller says otherwise. */
export const DEFAULT_GUARD_MINUTES = 2;

/** When a blue/green pair's alarm goes off. */
export interface GuardArgs {
  /**
   * The percentage (%) of a group's requests that fail, from 1 to 100, at which it is failing: those that targets answer with
   * 5xx, and those for which a target refuses the connection, fails at TLS or, being a function, ends in error.
   *
   * @default 5
   */
  errorPercentage?: pulumi.Input<number>;

  /**
   * Requests in a minute below which a group is not judged, at least 1.
   *
   * @default 20
   */
  minimumRequests?: pulumi.Input<number>;

  /**
   * Failing minutes in a row that set the alarm off, from 1 to 60.
   *
   * @default 2
   */
  minutes?: pulumi.Input<number>;

  /**
   * What is told: the ARNs of topics, or of whatever turns `greenWeight` back.
   *
   * @default - nobody; a deployment can watch `guardAlarmArns`
   */
  actionArns?: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * Two versions of one application and the share that the newer gets.
 *
 * The target groups are `<key>-blue` and `<key>-green`; `forward: "<key>"` shares requests out between them, and a rule
 * may forward to either by its own key. To release, deploy to the idle group and move `greenWeight` in steps; to go
 * back, move it back.
 */
export interface BlueGreenArgs {
  /** The target group of one version. */
  blue: TargetGroupArgs;

  /** The target group of the other version, whose share `greenWeight` is. */
  green: TargetGroupArgs;

  /**
   * The percentage (%) of requests that green gets, from 0 to 100. Sticky by application cookie, only 0 or 100. Plain,
   * because it decides what the listeners forward to.
   *
   * @default 0
   */
  greenWeight?: number;

  /**
   * Seconds for which a client stays with the version that it was given first, from 1 to 604800. Required if the groups
   * are sticky by load-balancer cookie.
   *
   * @default - each request is shared out anew
   */
  stickinessSeconds?: pulumi.Input<number>;

  /**
   * When the pair's alarm goes off.
   *
   * @default - as its fields say
   */
  guard?: GuardArgs;
}
