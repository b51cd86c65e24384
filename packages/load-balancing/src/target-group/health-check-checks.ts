import { type Checks, isPlain } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { HealthCheckProtocol, type HealthCheckArgs } from "./health-check-args";
import { type HealthCheckContext, timing } from "./health-check-plan";

/** The codes that may mean healthy, from the lowest to the highest. */
const HTTP_CODES: Record<LoadBalancerType, [number, number]> = {
  [LoadBalancerType.Application]: [200, 499],
  [LoadBalancerType.Network]: [200, 599],
};
const GRPC_CODES = [0, 99] as const;

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
  if (isPlain(interval) && isPlain(timeout)) {
    checks.that(
      interval > timeout,
      `${field}.intervalSeconds`,
      interval,
      `more than timeoutSeconds, which is ${timeout}`,
      "raise the interval or lower the timeout",
    );
  }
  const asks = context.lambda || (args.protocol ?? context.protocol) !== HealthCheckProtocol.Tcp;
  if (!asks) {
    for (const key of ["path", "successCodes"] as const) {
      checks.leftOut(
        `${field}.${key}`,
        args[key],
        "with protocol TCP, which asks for no page",
        "leave it out or set the protocol to HTTP or HTTPS",
      );
    }
    return;
  }
  checks.matches(
    `${field}.path`,
    args.path,
    /^\/[^]{0,1023}$/,
    "a path of at most 1024 characters that starts with a slash",
    "put a slash before it",
  );
  checkCodes(checks, `${field}.successCodes`, args.successCodes, context);
}

function checkCodes(
  checks: Checks,
  field: string,
  codes: pulumi.Input<string> | undefined,
  context: HealthCheckContext,
): void {
  if (typeof codes !== "string") {
    return;
  }
  const [lowest, highest] = context.grpc ? GRPC_CODES : HTTP_CODES[context.type];
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
