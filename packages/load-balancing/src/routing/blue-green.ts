import { type Checks, type Context, mapInput, nameTag } from "@groundwork/core";
import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as lb from "@pulumi/aws/lb";
import { failureMetrics, minuteSum, sumOf } from "../target-group/failure-metrics";
import { MAX_COOKIE_SECONDS } from "../target-group/stickiness-args";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { type ActionArgs } from "./action-args";
import {
  type BlueGreenArgs,
  DEFAULT_GUARD_ERROR_PERCENTAGE,
  DEFAULT_GUARD_MINIMUM_REQUESTS,
  DEFAULT_GUARD_MINUTES,
} from "./blue-green-args";

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

/** The two groups of a pair, as resources, and what they are. */
export interface PairResources {
  pair: BlueGreenArgs;
  loadBalancer: lb.LoadBalancer;
  blue: lb.TargetGroup;
  green: lb.TargetGroup;
}

/** One alarm for a pair: the worse of both groups, so that it guards a shift in either direction. */
export function createGuard({ parent, name, tags }: Context, resources: PairResources): cloudwatch.MetricAlarm {
  const guard = resources.pair.guard ?? {};
  return new cloudwatch.MetricAlarm(
    `${name}-guard-alarm`,
    {
      alarmDescription: `Share of requests that fail at blue or green of ${name}, in percent`,
      comparisonOperator: "GreaterThanOrEqualToThreshold",
      threshold: guard.errorPercentage ?? DEFAULT_GUARD_ERROR_PERCENTAGE,
      evaluationPeriods: guard.minutes ?? DEFAULT_GUARD_MINUTES,
      treatMissingData: "notBreaching",
      metricQueries: [
        ...shareQueries("blue", resources),
        ...shareQueries("green", resources),
        { id: "worst", returnData: true, label: "Failing requests (%)", expression: "MAX([blueShare, greenShare])" },
      ],
      alarmActions: guard.actionArns,
      tags: nameTag(name, tags),
    },
    { parent, aliases: [{ name: `${name}-guard` }] },
  );
}

/** The share of a group's requests that fail, in percent: answered with 5xx, or not at all. */
function shareQueries(colour: "blue" | "green", resources: PairResources) {
  const { pair, loadBalancer } = resources;
  const group = { loadBalancer, targetGroup: resources[colour] };
  const failures = ["HTTPCode_Target_5XX_Count", ...failureMetrics(pair[colour])].map((metricName, index) =>
    minuteSum(`${colour}Errors${index || ""}`, metricName, group),
  );
  const failed = sumOf(failures.map(({ id }) => id));
  const expression = mapInput(
    pair.guard?.minimumRequests ?? DEFAULT_GUARD_MINIMUM_REQUESTS,
    (minimum) => `IF(FILL(${colour}Requests, 0) >= ${minimum}, 100 * (${failed}) / ${colour}Requests, 0)`,
  );
  return [
    minuteSum(`${colour}Requests`, "RequestCount", group),
    ...failures,
    { id: `${colour}Share`, returnData: false, expression },
  ];
}
