import type * as pulumi from "@pulumi/pulumi";

/** Seconds between two checks, unless the caller says otherwise. */
export const DEFAULT_INTERVAL_SECONDS = 15;
/** Seconds that an answer may take, unless the caller says otherwise. */
export const DEFAULT_TIMEOUT_SECONDS = 5;
/** Seconds between two checks of a function: each check is an invocation that is paid for. */
export const DEFAULT_LAMBDA_INTERVAL_SECONDS = 60;
/** Seconds that a function may take to answer a check. */
export const DEFAULT_LAMBDA_TIMEOUT_SECONDS = 30;
/** Checks in a row that change a target's state, unless the caller says otherwise. */
export const DEFAULT_THRESHOLD = 3;

/** How a health check speaks to a target. */
export enum HealthCheckProtocol {
  /** A GET request; the answer's status code decides. */
  Http = "HTTP",
  /** A GET request over TLS; the target's certificate is not verified. */
  Https = "HTTPS",
  /** A connection that opens. Network Load Balancers only. */
  Tcp = "TCP",
}

/**
 * How a load balancer finds out which targets work.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/target-group-health-checks.html
 */
export interface HealthCheckArgs {
  /**
   * How to speak to the target. Plain, because other fields depend on it.
   *
   * @default - an Application Load Balancer: the target group's protocol. A Network Load Balancer: `TCP`, or for an
   * Application Load Balancer as target the protocol of its listener.
   */
  protocol?: HealthCheckProtocol;

  /**
   * The port to ask, from 1 to 65535. Plain, because the security group opens it.
   *
   * @default - the port that takes the traffic
   */
  port?: number;

  /**
   * The path to ask for; starts with a slash. HTTP and HTTPS only.
   *
   * @default "/", for gRPC "/AWS.ALB/healthcheck"
   */
  path?: pulumi.Input<string>;

  /**
   * The codes that mean healthy, such as `200`, `200,204` or `200-299`. HTTP: 200 to 499, behind a Network Load
   * Balancer 200 to 599. gRPC: 0 to 99.
   *
   * @default "200"; behind a Network Load Balancer "200-399"; for gRPC "12"
   */
  successCodes?: pulumi.Input<string>;

  /**
   * Seconds between two checks of one target, from 5 to 300. More than `timeoutSeconds`; for a function, more than the
   * function's own timeout.
   *
   * @default 15, for a function 60
   */
  intervalSeconds?: pulumi.Input<number>;

  /**
   * Seconds without an answer that count as a failure, from 2 to 120.
   *
   * @default 5, for a function 30
   */
  timeoutSeconds?: pulumi.Input<number>;

  /**
   * The number of successes in a row that make a target healthy, from 2 to 10.
   *
   * @default 3
   */
  healthyThreshold?: pulumi.Input<number>;

  /**
   * The number of failures in a row that make a target unhealthy, from 2 to 10.
   *
   * @default 3
   */
  unhealthyThreshold?: pulumi.Input<number>;
}
