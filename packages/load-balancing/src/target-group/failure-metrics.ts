import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { type TargetGroupArgs } from "./target-group-args";
import { targetProtocol } from "./target-group-plan";
import { TargetProtocol } from "./target-protocol";

/** A target group as CloudWatch's metrics know it. */
export interface MeasuredGroup {
  loadBalancer: lb.LoadBalancer;
  targetGroup: lb.TargetGroup;
}

/** Metrics that have the target group as their one dimension. */
const OF_FUNCTIONS = ["LambdaUserError", "LambdaInternalError"];

/**
 * The metrics of an Application Load Balancer's target group that count requests which no target answered: connections
 * refused, TLS that failed, functions in error. What the load balancer answers instead, 502 to 504, is counted for the load
 * balancer as a whole only.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-cloudwatch-metrics.html
 */
export function failureMetrics(args: TargetGroupArgs): string[] {
  if (args.lambdaTarget !== undefined) {
    return OF_FUNCTIONS;
  }
  const tls = targetProtocol(args, LoadBalancerType.Application) === TargetProtocol.Https;
  return ["TargetConnectionErrorCount", ...(tls ? ["TargetTLSNegotiationErrorCount"] : [])];
}

/** A metric's sum over a minute, for an alarm that computes with it. */
export function minuteSum(id: string, metricName: string, { loadBalancer, targetGroup }: MeasuredGroup) {
  const TargetGroup = targetGroup.arnSuffix;
  const dimensions: Record<string, pulumi.Output<string>> = OF_FUNCTIONS.includes(metricName)
    ? { TargetGroup }
    : { LoadBalancer: loadBalancer.arnSuffix, TargetGroup };
  return {
    id,
    returnData: false,
    metric: { namespace: "AWS/ApplicationELB", metricName, dimensions, period: 60, stat: "Sum" },
  };
}

/** The sum of metrics, of which any may have no data. */
export function sumOf(ids: string[]): string {
  return ids.map((id) => `FILL(${id}, 0)`).join(" + ");
}
