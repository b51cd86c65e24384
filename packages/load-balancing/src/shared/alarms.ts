import { type Checks, type Context, mapInput, nameTag } from "@groundwork/core";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import {
  type AlarmArgs,
  DEFAULT_ALARM_MINUTES,
  DEFAULT_UNHEALTHY_TARGETS,
  DEFAULT_HEALTHY_TARGETS,
  DEFAULT_TARGET_ERRORS,
  DEFAULT_SERVER_ERRORS,
  DEFAULT_LATENCY_MILLISECONDS,
  DEFAULT_REJECTED_CONNECTIONS,
} from "./alarms-args";
import { failureMetrics, minuteSum, sumOf } from "../target-group/failure-metrics";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { TargetProtocol } from "../target-group/target-protocol";
import { LoadBalancerType } from "./load-balancer-type";

/** Records the mistakes in a load balancer's alarms. */
export function checkAlarms(checks: Checks, field: string, args: AlarmArgs | undefined, type: LoadBalancerType): void {
  checks.range(`${field}.minutes`, args?.minutes, 1, 60, "minutes");
  for (const key of [
    "unhealthyTargets",
    "healthyTargets",
    "targetErrors",
    "serverErrors",
    "latencyMilliseconds",
    "rejectedConnections",
  ] as const) {
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
  /** Target groups, by key. */
  targetGroups: Record<string, lb.TargetGroup>;
  /** Their arguments, by the same keys. */
  args: Record<string, TargetGroupArgs>;
  /** Keys of the target groups that may be idle: those of blue/green pairs. */
  idle: string[];
}

/** One alarm: on a metric, or on the sum of several of a target group's. */
interface Alarm {
  role: string;
  description: string;
  metricName: string | string[];
  threshold: pulumi.Input<number>;
  /** A CloudWatch statistic, or a percentile. */
  statistic: string;
  targetGroup?: lb.TargetGroup;
  /** Whether it goes off below the threshold, and where there is no data. */
  below?: { whereMissing: boolean };
  /** Whether it once had a shorter name. */
  renamed?: boolean;
}

/** The alarms of a load balancer. */
export function createAlarms({ parent, name, tags }: Context, args: AlarmArgs, watched: Watched): void {
  const network = watched.type === LoadBalancerType.Network;
  for (const alarm of network ? networkAlarms(args, watched) : applicationAlarms(args, watched)) {
    new cloudwatch.MetricAlarm(
      `${name}-${alarm.role}-alarm`,
      {
        alarmDescription: `${name}: ${alarm.description}`,
        ...measured(alarm, watched),
        evaluationPeriods: args.minutes ?? DEFAULT_ALARM_MINUTES,
        comparisonOperator: alarm.below === undefined ? "GreaterThanOrEqualToThreshold" : "LessThanThreshold",
        threshold: alarm.threshold,
        treatMissingData: alarm.below?.whereMissing === true ? "breaching" : "notBreaching",
        alarmActions: args.actionArns,
        okActions: args.actionArns,
        tags: nameTag(`${name}-${alarm.role}`, tags),
      },
      { parent, aliases: alarm.renamed === false ? [] : [{ name: `${name}-${alarm.role}` }] },
    );
  }
}

/** What an alarm goes by. */
function measured(
  { metricName, statistic, targetGroup }: Alarm,
  watched: Watched,
): Partial<cloudwatch.MetricAlarmArgs> {
  const { loadBalancer } = watched;
  if (typeof metricName !== "string" && targetGroup !== undefined) {
    const metrics = metricName.map((name, index) => minuteSum(`errors${index}`, name, { loadBalancer, targetGroup }));
    const expression = sumOf(metrics.map(({ id }) => id));
    return { metricQueries: [...metrics, { id: "sum", returnData: true, label: "Errors", expression }] };
  }
  return {
    namespace: watched.type === LoadBalancerType.Network ? "AWS/NetworkELB" : "AWS/ApplicationELB",
    metricName: String(metricName),
    dimensions: {
      LoadBalancer: loadBalancer.arnSuffix,
      ...(targetGroup === undefined ? {} : { TargetGroup: targetGroup.arnSuffix }),
    },
    ...(statistic.startsWith("p") ? { extendedStatistic: statistic } : { statistic }),
    period: 60,
  };
}

/** Too many targets that are not healthy, and too few that are. */
function health(args: AlarmArgs, watched: Watched): Alarm[] {
  const checked = Object.entries(watched.targetGroups).filter(([key]) => isCounted(watched.args[key]));
  return checked.flatMap(([key, targetGroup]) => [
    {
      role: `unhealthy-${key}`,
      description: `targets of ${key} fail their health check`,
      metricName: "UnHealthyHostCount",
      threshold: args.unhealthyTargets ?? DEFAULT_UNHEALTHY_TARGETS,
      statistic: "Maximum",
      targetGroup,
    },
    {
      role: `healthy-${key}`,
      description: `too few targets of ${key} are healthy`,
      metricName: "HealthyHostCount",
      threshold: args.healthyTargets ?? DEFAULT_HEALTHY_TARGETS,
      statistic: "Minimum",
      targetGroup,
      below: { whereMissing: !watched.idle.includes(key) },
      renamed: false,
    },
  ]);
}

/** Whether AWS counts a group's healthy targets: a load balancer never, a function only where it is checked. */
function isCounted(group: TargetGroupArgs | undefined): boolean {
  return group?.albTarget === undefined && (group?.lambdaTarget === undefined || group.healthCheck !== undefined);
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
  const failing = Object.entries(watched.targetGroups).map(([key, targetGroup]) => ({
    role: `target-errors-${key}`,
    description: `targets of ${key} refuse connections, fail at TLS or end in error`,
    metricName: failureMetrics(watched.args[key] ?? {}),
    threshold: args.targetErrors ?? DEFAULT_TARGET_ERRORS,
    statistic: "Sum",
    targetGroup,
    renamed: false,
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
    ...health(args, watched),
    ...failing,
    ...slow,
  ];
}

function networkAlarms(args: AlarmArgs, watched: Watched): Alarm[] {
  const tls = Object.values(watched.args).some(({ protocol }) => protocol === TargetProtocol.Tls);
  const failing = {
    role: "target-errors",
    description: "targets fail at TLS",
    metricName: "TargetTLSNegotiationErrorCount",
    threshold: args.targetErrors ?? DEFAULT_TARGET_ERRORS,
    statistic: "Sum",
    renamed: false,
  };
  return [
    {
      role: "rejected",
      description: "connections are turned away, because the load balancer is at its limit",
      metricName: "RejectedFlowCount",
      threshold: args.rejectedConnections ?? DEFAULT_REJECTED_CONNECTIONS,
      statistic: "Sum",
    },
    ...health(args, watched),
    ...(tls ? [failing] : []),
  ];
}
