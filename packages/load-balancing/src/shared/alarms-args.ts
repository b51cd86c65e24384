import type * as pulumi from "@pulumi/pulumi";

/** Failing minutes in a row that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_ALARM_MINUTES = 3;
/** Unhealthy targets that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_UNHEALTHY_TARGETS = 1;
/** Answers 5xx in a minute that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_SERVER_ERRORS = 10;
/** Milliseconds of an answer that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_LATENCY_MILLISECONDS = 2000;
/** Connections turned away in a minute that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_REJECTED_CONNECTIONS = 1;

/**
 * When a load balancer's alarms go off.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export interface AlarmArgs {
  /**
   * What is told when an alarm goes off and when it ends: the ARNs of topics.
   *
   * @default - nobody
   */
  actionArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Failing minutes in a row that set an alarm off, from 1 to 60.
   *
   * @default 3
   */
  minutes?: pulumi.Input<number>;

  /**
   * Unhealthy targets of one target group, at least 1.
   *
   * @default 1
   */
  unhealthyTargets?: pulumi.Input<number>;

  /**
   * Answers 5xx in a minute, by targets and by the load balancer, at least 1. Application Load Balancers only.
   *
   * @default 10
   */
  serverErrors?: pulumi.Input<number>;

  /**
   * Milliseconds that the slowest hundredth of a target group's answers may take, at least 1. Application Load
   * Balancers only.
   *
   * @default 2000
   */
  latencyMilliseconds?: pulumi.Input<number>;

  /**
   * Connections in a minute that the load balancer had to turn away, at least 1.
   *
   * @default 1
   */
  rejectedConnections?: pulumi.Input<number>;
}
