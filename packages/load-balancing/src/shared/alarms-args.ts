import type * as pulumi from "@pulumi/pulumi";

/**
 * When a load balancer's alarms go off.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export interface AlarmArgs {
  /**
   * What is told when an alarm goes off and when it ends: topics.
   *
   * @default - nobody
   */
  actionArns?: pulumi.Input<string>[];
  /**
   * Failing minutes in a row that set an alarm off, from 1 to 60.
   *
   * @default 3
   */
  minutes?: number;
  /**
   * Unhealthy targets of one target group, at least 1.
   *
   * @default 1
   */
  unhealthyTargets?: number;
  /**
   * Answers 5xx in a minute, by targets and by the load balancer, at least 1. Application Load Balancers only.
   *
   * @default 10
   */
  serverErrors?: number;
  /**
   * Milliseconds that the slowest hundredth of a target group's answers may take, at least 1. Application Load
   * Balancers only.
   *
   * @default 2000
   */
  latencyMilliseconds?: number;
  /**
   * Connections in a minute that the load balancer had to turn away, at least 1.
   *
   * @default 1
   */
  rejectedConnections?: number;
}

export const DEFAULT_ALARM_MINUTES = 3;

export const DEFAULT_UNHEALTHY_TARGETS = 1;

export const DEFAULT_SERVER_ERRORS = 10;

export const DEFAULT_LATENCY_MILLISECONDS = 2000;

export const DEFAULT_REJECTED_CONNECTIONS = 1;
