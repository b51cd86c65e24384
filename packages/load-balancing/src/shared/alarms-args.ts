import type * as pulumi from "@pulumi/pulumi";

/** Failing minutes in a row that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_ALARM_MINUTES = 3;
/** Unhealthy targets that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_UNHEALTHY_TARGETS = 1;
/** Healthy targets of a target group below which an alarm goes off, unless the caller says otherwise. */
export const DEFAULT_HEALTHY_TARGETS = 1;
/** Requests in a minute that no target answers and that set an alarm off, unless the caller says otherwise. */
export const DEFAULT_TARGET_ERRORS = 10;
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
   * Healthy targets of one target group below which it goes off, at least 1. A group that has no targets at all counts, too.
   * For an idle group of a blue/green pair it says nothing.
   *
   * @default 1
   */
  healthyTargets?: pulumi.Input<number>;

  /**
   * Times in a minute that targets of one target group refuse a connection, fail at TLS or, being a function, end in error, at
   * least 1. Of a Network Load Balancer: TLS that fails, at any of its targets.
   *
   * @default 10
   */
  targetErrors?: pulumi.Input<number>;

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
