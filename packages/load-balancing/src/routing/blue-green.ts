import { type Checks, type Tags, nameTag } from "@groundwork/core";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { type ActionArgs } from "./action";
import { MAX_COOKIE_SECONDS } from "../target-group/stickiness";
import { type TargetGroupArgs } from "../target-group/target-group-args";

/** When a blue/green pair's alarm goes off. */
export interface GuardArgs {
  /**
   * The percentage of requests that a group answers with 5xx, from 1 to 100, at which it is failing.
   *
   * @default 5
   */
  errorPercentage?: number;
  /**
   * Requests in a minute below which a group is not judged, at least 1.
   *
   * @default 20
   */
  minimumRequests?: number;
  /**
   * Failing minutes in a row that set the alarm off, from 1 to 60.
   *
   * @default 2
   */
  minutes?: number;
  /**
   * What is told: topics, or whatever turns `greenWeight` back.
   *
   * @default - nobody; a deployment can watch `guardAlarmArns`
   */
  actionArns?: pulumi.Input<string>[];
}

/**
 * Two versions of one application and the share that the newer gets.
 *
 * The target groups are `<key>-blue` and `<key>-green`; `forward: "<key>"` shares requests out between them, and a rule
 * may forward to either by its own key. To release, deploy to the idle group and move `greenWeight` in steps; to go
 * back, move it back.
 */
export interface BlueGreenArgs {
  blue: TargetGroupArgs;
  green: TargetGroupArgs;
  /**
   * The percentage of requests that green gets, from 0 to 100. Sticky by application cookie, only 0 or 100.
   *
   * @default 0
   */
  greenWeight?: number;
  /**
   * Seconds for which a client stays with the version that it was given first, from 1 to 604800. Required if the groups
   * are sticky by load-balancer cookie.
   *
   * @default - each request is shared out anew
   */
  stickinessSeconds?: number;
  /**
   * When the pair's alarm goes off.
   *
   * @default - as its fields say
   */
  guard?: GuardArgs;
}

/** The percentage of failing requests that sets the alarm off, unless the caller says otherwise. */
export const DEFAULT_GUARD_ERROR_PERCENTAGE = 5;
/** The requests in a minute below which a group is not judged, unless the caller says otherwise. */
export const DEFAULT_GUARD_MINIMUM_REQUESTS = 20;
/** The failing minutes in a row that set the alarm off, unless the caller says otherwise. */
export const DEFAULT_GUARD_MINUTES = 2;

/** The keys of a pair's target groups. */
export function pairKeys(key: string): { blue: string; green: string } {
  return { blue: `${key}-blue`, green: `${key}-green` };
}

/** The target groups of all pairs, by their own keys. */
export function pairTargetGroups(pairs: Record<string, BlueGreenArgs>): Record<string, TargetGroupArgs> {
  const groups: Record<string, TargetGroupArgs> = {};
  for (const [key, pair] of Object.entries(pairs)) {
    const keys = pairKeys(key);
    groups[keys.blue] = pair.blue;
    groups[keys.green] = pair.green;
  }
  return groups;
}

/** How a pair shares out requests: by weight, or to one group alone where stickiness rules weights out. */
export function pairForward(key: string, pair: BlueGreenArgs): ActionArgs {
  const { blue, green } = pairKeys(key);
  const weight = pair.greenWeight ?? 0;
  if (stickyByApplication(pair)) {
    return { forward: weight === 0 ? blue : green };
  }
  return {
    weightedForward: {
      targets: [
        { targetGroup: blue, weight: 100 - weight },
        { targetGroup: green, weight },
      ],
      stickinessSeconds: pair.stickinessSeconds,
    },
  };
}

function stickyByApplication(pair: BlueGreenArgs): boolean {
  return [pair.blue, pair.green].some((group) => group.stickiness?.applicationCookie !== undefined);
}

/** Records the mistakes in a pair, beside those in its target groups. */
export function checkBlueGreen(checks: Checks, field: string, key: string, pair: BlueGreenArgs): void {
  const weight = pair.greenWeight ?? 0;
  checks.range(`${field}.greenWeight`, weight, 0, 100, "percent");
  if (stickyByApplication(pair)) {
    checks.that(
      weight === 0 || weight === 100,
      `${field}.greenWeight`,
      weight,
      "0 or 100, because AWS does not support application-cookie stickiness with weights",
      `switch all at once, send chosen clients to "${pairKeys(key).green}" by a rule on a header, or use loadBalancerCookie`,
    );
  } else {
    checks.that(
      pair.stickinessSeconds !== undefined ||
        [pair.blue, pair.green].every((group) => group.stickiness?.loadBalancerCookie === undefined),
      `${field}.stickinessSeconds`,
      pair.stickinessSeconds,
      `1 to ${MAX_COOKIE_SECONDS} seconds where a group is sticky by load-balancer cookie`,
      "set it, so that a client stays with its version",
    );
  }
  checks.range(`${field}.stickinessSeconds`, pair.stickinessSeconds, 1, MAX_COOKIE_SECONDS, "seconds");
  checks.range(`${field}.guard.errorPercentage`, pair.guard?.errorPercentage, 1, 100, "percent");
  checks.range(`${field}.guard.minimumRequests`, pair.guard?.minimumRequests, 1, 1000000);
  checks.range(`${field}.guard.minutes`, pair.guard?.minutes, 1, 60, "minutes");
}

/** The two groups of a pair, as resources. */
export interface PairResources {
  loadBalancer: lb.LoadBalancer;
  blue: lb.TargetGroup;
  green: lb.TargetGroup;
}

/** One alarm for a pair: the worse of both groups, so that it guards a shift in either direction. */
export function createGuard(
  parent: pulumi.Resource,
  name: string,
  guard: GuardArgs,
  resources: PairResources,
  tags: Tags | undefined,
): cloudwatch.MetricAlarm {
  const { loadBalancer } = resources;
  const minimum = guard.minimumRequests ?? DEFAULT_GUARD_MINIMUM_REQUESTS;
  const metric = (id: string, metricName: string, targetGroup: lb.TargetGroup) => ({
    id,
    returnData: false,
    metric: {
      namespace: "AWS/ApplicationELB",
      metricName,
      dimensions: { LoadBalancer: loadBalancer.arnSuffix, TargetGroup: targetGroup.arnSuffix },
      period: 60,
      stat: "Sum",
    },
  });
  const share = (colour: string) =>
    `IF(FILL(${colour}Requests, 0) >= ${minimum}, 100 * FILL(${colour}Errors, 0) / ${colour}Requests, 0)`;
  return new cloudwatch.MetricAlarm(
    `${name}-guard`,
    {
      alarmDescription: `Share of requests that blue or green of ${name} answers with 5xx, in percent`,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: guard.errorPercentage ?? DEFAULT_GUARD_ERROR_PERCENTAGE,
      evaluationPeriods: guard.minutes ?? DEFAULT_GUARD_MINUTES,
      treatMissingData: "notBreaching",
      metricQueries: [
        metric("blueRequests", "RequestCount", resources.blue),
        metric("blueErrors", "HTTPCode_Target_5XX_Count", resources.blue),
        metric("greenRequests", "RequestCount", resources.green),
        metric("greenErrors", "HTTPCode_Target_5XX_Count", resources.green),
        { id: "blueShare", returnData: false, expression: share("blue") },
        { id: "greenShare", returnData: false, expression: share("green") },
        { id: "worst", returnData: true, label: "Failing requests (%)", expression: "MAX([blueShare, greenShare])" },
      ],
      alarmActions: guard.actionArns,
      tags: nameTag(name, tags),
    },
    { parent },
  );
}
