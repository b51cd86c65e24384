import type * as pulumi from "@pulumi/pulumi";
import { type LoadBalancerType } from "../shared/load-balancer-type";
import {
  DEFAULT_INTERVAL_SECONDS,
  DEFAULT_LAMBDA_INTERVAL_SECONDS,
  DEFAULT_LAMBDA_TIMEOUT_SECONDS,
  DEFAULT_TIMEOUT_SECONDS,
  type HealthCheckArgs,
  type HealthCheckProtocol,
} from "./health-check-args";

/** What a health check must fit: decided by the load balancer and the target group. */
export interface HealthCheckContext {
  protocol: HealthCheckProtocol;
  allowedProtocols: readonly HealthCheckProtocol[];
  type: LoadBalancerType;
  grpc: boolean;
  lambda: boolean;
}

/** Seconds between two checks, and that an answer may take. */
interface Timing {
  interval: pulumi.Input<number>;
  timeout: pulumi.Input<number>;
}

/** How often a target is asked and how long it may take, in seconds. */
export function timing(args: HealthCheckArgs, context: HealthCheckContext): Timing {
  return {
    interval: args.intervalSeconds ?? (context.lambda ? DEFAULT_LAMBDA_INTERVAL_SECONDS : DEFAULT_INTERVAL_SECONDS),
    timeout: args.timeoutSeconds ?? (context.lambda ? DEFAULT_LAMBDA_TIMEOUT_SECONDS : DEFAULT_TIMEOUT_SECONDS),
  };
}
