import type * as pulumi from "@pulumi/pulumi";

/** Seconds for which a new target group may take to become healthy, unless the caller says otherwise. */
export const DEFAULT_SWITCHOVER_SECONDS = 600;

/** The longest that a function can wait for targets, in seconds: Lambda's 900, less a minute to say what is wrong. */
export const MAX_SWITCHOVER_SECONDS = 840;

/**
 * What keeps requests at the old target group, where a change makes a new one, until the new one's targets are healthy.
 *
 * AWS checks the health only of targets that a listener leads to. So the new target group gets a listener of its own first,
 * on a port that the load balancer's security group opens to nobody. Then a function waits for healthy targets, or fails the
 * deployment, and the old target group goes on serving.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetHealth.html
 */
export interface SwitchoverArgs {
  /**
   * The port of the listener for health checks, from 1 to 65535: no other listener's, and, with `securityGroupIds`, one that
   * those groups do not open. Plain, because it must differ from the listeners'.
   */
  port: number;

  /** How many targets must be healthy, from 1: no more than are always there, such as a fleet's `minSize`. */
  healthyTargets: pulumi.Input<number>;

  /**
   * Seconds to wait for them, from 30 to 840.
   *
   * @default 600
   */
  timeoutSeconds?: pulumi.Input<number>;
}
