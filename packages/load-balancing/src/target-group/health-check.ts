import { type Checks } from "@groundwork/core";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

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
   * How to speak to the target.
   *
   * @default - an Application Load Balancer: the target group's protocol. A Network Load Balancer: `TCP`, or for an
   * Application Load Balancer as target the protocol of its listener.
   */
  protocol?: HealthCheckProtocol;
  /**
   * The port to ask, from 1 to 65535.
   *
   * @default - the port that takes the traffic
   */
  port?: number;
  /**
   * The path to ask for; starts with a slash. HTTP and HTTPS only.
   *
   * @default "/", and for gRPC AWS's "/AWS.ALB/healthcheck"
   */
  path?: string;
  /**
   * The codes that mean healthy, such as `200`, `200,204` or `200-299`. HTTP: 200 to 499, behind a Network Load
   * Balancer 200 to 599. gRPC: 0 to 99.
   *
   * @default "200"; behind a Network Load Balancer "200-399"; for gRPC AWS's "12"
   */
  successCodes?: string;
  /**
   * Seconds between two checks of one target, from 5 to 300. More than `timeoutSeconds`; for a function, more than the
   * function's own timeout.
   *
   * @default 15, for a function 60
   */
  intervalSeconds?: number;
  /**
   * Seconds without an answer that count as a failure, from 2 to 120.
   *
   * @default 5, for a function 30
   */
  timeoutSeconds?: number;
  /**
   * Successes in a row that make a target healthy, from 2 to 10.
   *
   * @default 3
   */
  healthyThreshold?: number;
  /**
   * Failures in a row that make a target unhealthy, from 2 to 10.
   *
   * @default 3
   */
  unhealthyThreshold?: number;
}

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

/** What a health check must fit: decided by the load balancer and the target group. */
export interface HealthCheckContext {
  protocol: HealthCheckProtocol;
  allowedProtocols: readonly HealthCheckProtocol[];
  network: boolean;
  grpc: boolean;
  lambda: boolean;
}

/** Records the mistakes in a health check. */
export function checkHealthCheck(
  checks: Checks,
  field: string,
  args: HealthCheckArgs,
  context: HealthCheckContext,
): void {
  checks.oneOf(`${field}.protocol`, args.protocol, context.allowedProtocols);
  checks.range(`${field}.port`, args.port, 1, 65535);
  checks.range(`${field}.intervalSeconds`, args.intervalSeconds, 5, 300, "seconds");
  checks.range(`${field}.timeoutSeconds`, args.timeoutSeconds, 2, 120, "seconds");
  checks.range(`${field}.healthyThreshold`, args.healthyThreshold, 2, 10);
  checks.range(`${field}.unhealthyThreshold`, args.unhealthyThreshold, 2, 10);
  const { interval, timeout } = timing(args, context);
  checks.that(
    interval > timeout,
    `${field}.intervalSeconds`,
    interval,
    `more than timeoutSeconds, which is ${timeout}`,
    "raise the interval or lower the timeout",
  );
  const asks = context.lambda || (args.protocol ?? context.protocol) !== HealthCheckProtocol.Tcp;
  if (!asks) {
    for (const key of ["path", "successCodes"] as const) {
      checks.that(
        args[key] === undefined,
        `${field}.${key}`,
        args[key],
        "left out with protocol TCP, which asks for no page",
        "leave it out or set the protocol to HTTP or HTTPS",
      );
    }
    return;
  }
  if (args.path !== undefined) {
    checks.that(
      args.path.startsWith("/") && args.path.length <= 1024,
      `${field}.path`,
      args.path,
      "a path of at most 1024 characters that starts with a slash",
      "put a slash before it",
    );
  }
  checkCodes(checks, `${field}.successCodes`, args.successCodes, context);
}

function checkCodes(checks: Checks, field: string, codes: string | undefined, context: HealthCheckContext): void {
  if (codes === undefined) {
    return;
  }
  const [lowest, highest] = context.grpc ? [0, 99] : context.network ? [200, 599] : [200, 499];
  const ok = codes.split(",").every((part) => {
    const match = /^(\d+)(?:-(\d+))?$/.exec(part.trim());
    const first = Number(match?.[1]);
    const last = Number(match?.[2] ?? match?.[1]);
    return match !== null && first >= lowest && last <= highest && first <= last;
  });
  checks.that(
    ok,
    field,
    codes,
    `codes from ${lowest} to ${highest}: single, separated by commas, or a range`,
    'write them as "200", "200,204" or "200-299"',
  );
}

function timing(args: HealthCheckArgs, context: HealthCheckContext): { interval: number; timeout: number } {
  return {
    interval: args.intervalSeconds ?? (context.lambda ? DEFAULT_LAMBDA_INTERVAL_SECONDS : DEFAULT_INTERVAL_SECONDS),
    timeout: args.timeoutSeconds ?? (context.lambda ? DEFAULT_LAMBDA_TIMEOUT_SECONDS : DEFAULT_TIMEOUT_SECONDS),
  };
}

/** A health check as the target group takes it. */
export function healthCheckInputs(
  args: HealthCheckArgs,
  context: HealthCheckContext,
): pulumi.Unwrap<aws.types.input.lb.TargetGroupHealthCheck> {
  const protocol = args.protocol ?? context.protocol;
  const asks = context.lambda || protocol !== HealthCheckProtocol.Tcp;
  const { interval, timeout } = timing(args, context);
  return {
    enabled: true,
    ...(context.lambda ? {} : { protocol, port: args.port === undefined ? "traffic-port" : String(args.port) }),
    ...(asks ? { path: args.path ?? (context.grpc ? undefined : "/") } : {}),
    ...(asks ? { matcher: args.successCodes ?? defaultCodes(context) } : {}),
    interval,
    timeout,
    healthyThreshold: args.healthyThreshold ?? DEFAULT_THRESHOLD,
    unhealthyThreshold: args.unhealthyThreshold ?? DEFAULT_THRESHOLD,
  };
}

function defaultCodes(context: HealthCheckContext): string | undefined {
  if (context.grpc) {
    return undefined;
  }
  return context.network ? "200-399" : "200";
}
