import type * as inputs from "@pulumi/aws/types/input";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { DEFAULT_THRESHOLD, type HealthCheckArgs, HealthCheckProtocol } from "./health-check-args";
import { type HealthCheckContext, timing } from "./health-check-plan";

/** What AWS asks of gRPC targets, unless told otherwise: a method that they do not have, and the code that says so. */
const GRPC_PATH = "/AWS.ALB/healthcheck";
const GRPC_CODES = "12";

/** A health check as the target group takes it. */
export function healthCheckInputs(
  args: HealthCheckArgs,
  context: HealthCheckContext,
): inputs.lb.TargetGroupHealthCheck {
  const protocol = args.protocol ?? context.protocol;
  const asks = context.lambda || protocol !== HealthCheckProtocol.Tcp;
  const { interval, timeout } = timing(args, context);
  return {
    enabled: true,
    ...(context.lambda ? {} : { protocol, port: args.port === undefined ? "traffic-port" : String(args.port) }),
    ...(asks ? { path: args.path ?? (context.grpc ? GRPC_PATH : "/") } : {}),
    ...(asks ? { matcher: args.successCodes ?? defaultCodes(context) } : {}),
    interval,
    timeout,
    healthyThreshold: args.healthyThreshold ?? DEFAULT_THRESHOLD,
    unhealthyThreshold: args.unhealthyThreshold ?? DEFAULT_THRESHOLD,
  };
}

function defaultCodes(context: HealthCheckContext): string {
  if (context.grpc) {
    return GRPC_CODES;
  }
  return context.type === LoadBalancerType.Network ? "200-399" : "200";
}
