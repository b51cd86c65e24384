import { type Checks, type Context, mapInput, nameTag } from "@groundwork/core";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import {
  type AlarmArgs,
  DEFAULT_ALARM_MINUTES,
  DEFAULT_UNHEALTHY_TARGETS,
  DEFAULT_SERVER_ERRORS,
  DEFAULT_LATENCY_MILLISECONDS,
  DEFAULT_REJECTED_CONNECTIONS,
} from "./alarms-args";
import { LoadBalancerType } from "./load-balancer-type";

/** Records the mistakes in a load balancer's alarms. */
export function checkAlarms(checks: Checks, field: string, args: AlarmArgs | undefined, type: LoadBalancerType): void {
  checks.range(`${field}.minutes`, args?.minutes, 1, 60, "minutes");
  for (const key of ["unhealthyTargets", "serverErrors", "latencyMilliseconds", "rejectedConnections"] as const) {
    checks.range(`${field}.${key}`, args?.[key], 1, 1000000);
  }
  for (const key of type === LoadBalancerType.Network ? (["serverErrors", "latencyMilliseconds"] as const) : []) {
    checks.that(
      args?.[key] === undefined,
      `${field}.${key}`,
      args?.[key],
      "left out: it belongs to an Application Load Balancer",
      "remove it",
    );
  }
}

/** What alarms watch. */
interface Watched {
  type: LoadBalancerType;
  loadBalancer: lb.LoadBalancer;
  /** Target groups with targets to be healthy, by key. */
  targetGroups: Record<string, lb.TargetGroup>;
  /** Keys of the target groups whose health nobody checks. */
  unchecked: string[];
}

/** One alarm. */
interface Alarm {
  role: string;
  description: string;
  metricName: string;
  threshold: pulumi.Input<number>;
  /** A CloudWatch statistic, or a percentile. */
  statistic: string;
  targetGroup?: lb.TargetGroup;
}

/** The alarms of a load balancer. */
export function createAlarms({ parent, name, tags }: Context, args: AlarmArgs, watched: Watched): void {
  const network = watched.type === LoadBalancerType.Network;
  for (const alarm of network ? networkAlarms(args, watched) : applicationAlarms(args, watched)) {
    const percentile = alarm.statistic.startsWith("p");
    new cloudwatch.MetricAlarm(
      `${name}-${alarm.role}-alarm`,
      {
        alarmDescription: `${name}: ${alarm.description}`,
        namespace: network ? "AWS/NetworkELB" : "AWS/ApplicationELB",
        metricName: alarm.metricName,
        dimensions: {
          LoadBalancer: watched.loadBalancer.arnSuffix,
          ...(alarm.targetGroup === undefined ? {} : { TargetGroup: alarm.targetGroup.arnSuffix }),
        },
        ...(percentile ? { extendedStatistic: alarm.statistic } : { statistic: alarm.statistic }),
        period: 60,
        evaluationPeriods: args.minutes ?? DEFAULT_ALARM_MINUTES,
        comparisonOperator: "GreaterThanOrEqualToThreshold",
        threshold: alarm.threshold,
        treatMissingData: "notBreaching",
        alarmActions: args.actionArns,
        okActions: args.actionArns,
        tags: nameTag(`${name}-${alarm.role}`, tags),
      },
      { parent, aliases: [{ name: `${name}-${alarm.role}` }] },
    );
  }
}

function unhealthy(args: AlarmArgs, watched: Watched): Alarm[] {
  return Object.entries(watched.targetGroups)
    .filter(([key]) => !watched.unchecked.includes(key))
    .map(([key, targetGroup]) => ({
      role: `unhealthy-${key}`,
      description: `targets of ${key} fail their health check`,
      metricName: "UnHealthyHostCount",
      threshold: args.unhealthyTargets ?? DEFAULT_UNHEALTHY_TARGETS,
      statistic: "Maximum",
      targetGroup,
    }));
}

function applicationAlarms(args: AlarmArgs, watched: Watched): Alarm[] {
  const errors = args.serverErrors ?? DEFAULT_SERVER_ERRORS;
  const slow = Object.entries(watched.targetGroups).map(([key, targetGroup]) => ({
    role: `latency-${key}`,
    description: `targets of ${key} answer slowly`,
    metricName: "TargetResponseTime",
    threshold: mapInput(
      args.latencyMilliseconds ?? DEFAULT_LATENCY_MILLISECONDS,
      (milliseconds) => milliseconds / 1000,
    ),
    statistic: "p99",
    targetGroup,
  }));
  return [
    {
      role: "target-5xx",
      description: "targets answer with 5xx",
      metricName: "HTTPCode_Target_5XX_Count",
      threshold: errors,
      statistic: "Sum",
    },
    {
      role: "balancer-5xx",
      description: "the load balancer answers with 5xx, because no target does",
      metricName: "HTTPCode_ELB_5XX_Count",
      threshold: errors,
      statistic: "Sum",
    },
    {
      role: "rejected",
      description: "connections are turned away, because the load balancer is at its limit",
      metricName: "RejectedConnectionCount",
      threshold: args.rejectedConnections ?? DEFAULT_REJECTED_CONNECTIONS,
      statistic: "Sum",
    },
    ...unhealthy(args, watched),
    ...slow,
  ];
}

function networkAlarms(args: AlarmArgs, watched: Watched): Alarm[] {
  return [
    {
      role: "rejected",
      description: "connections are turned away, because the load balancer is at its limit",
      metricName: "RejectedFlowCount",
      threshold: args.rejectedConnections ?? DEFAULT_REJECTED_CONNECTIONS,
      statistic: "Sum",
    },
    ...unhealthy(args, watched),
  ];
}
