import * as cloudwatch from "@pulumi/aws/cloudwatch";
import type * as dlm from "@pulumi/aws/dlm";
import * as pulumi from "@pulumi/pulumi";
import { type Checks, type Context, nameTag, partitionOf } from "@groundwork/core";
import { type Creation } from "../policy/creation-args";
import { rhythmOf } from "../policy/creation";
import { type PolicyAlarms } from "./alarms-args";

/** The longest time that an alarm looks back, in hours: a week. */
const LONGEST_HOURS = 168;

/** Hours within which AWS starts a run, and tries again what fails. */
const SLACK_HOURS = 2;

/** Hours for which AWS tries a copy again. */
const COPY_HOURS = 24;

/** What one alarm of a policy watches. */
export interface Watched {
  /** What it is about, in its name. */
  role: string;
  /** The metric that counts it. */
  metricName: string;
  /** What it says. */
  says: string;
  /** For something that must happen: hours in which it must. */
  withinHours?: number;
}

/** Hours after which something of a schedule is missing; undefined for one that is rarer than alarms look back. */
export function missingHours(
  { missingHours }: PolicyAlarms,
  schedules: Creation[],
  slackHours = SLACK_HOURS,
): number | undefined {
  const longest = schedules.map((schedule) => rhythmOf(schedule)?.longestHours ?? Infinity);
  const hours = missingHours ?? Math.ceil(Math.min(...longest)) + slackHours;
  return hours <= LONGEST_HOURS ? hours : undefined;
}

/** The alarm on what should have happened, as far as alarms look back. */
export function missing(watched: Omit<Watched, "withinHours">, hours: number | undefined): Watched[] {
  return hours === undefined ? [] : [{ ...watched, withinHours: Math.min(hours, LONGEST_HOURS) }];
}

/** The hours after which a copy is missing. */
export function missingCopyHours(hours: number | undefined): number | undefined {
  return hours === undefined ? undefined : hours + COPY_HOURS;
}

/** What alarms are of, as CloudWatch and EventBridge know it. */
export interface AlarmSource {
  region: string;
  namespace: string;
  dimensions: Record<string, pulumi.Input<string>>;
  /** The events that are told, beside the alarms, and what they say. */
  eventPattern: pulumi.Input<string>;
  says: string;
}

/** What the alarms of a lifecycle policy are of; in the error state, it does nothing any more. */
export function policySource(region: string, policy: dlm.LifecyclePolicy): AlarmSource {
  return {
    region,
    namespace: "AWS/EBS",
    dimensions: { DLMPolicyId: policy.id },
    eventPattern: pulumi.jsonStringify({
      source: ["aws.dlm"],
      "detail-type": ["DLM Policy State Change"],
      resources: [policy.arn],
      detail: { state: ["ERROR"] },
    }),
    says: "the policy is in the error state",
  };
}

/** Creates alarms, and the rule that tells of events. */
export function createBackupAlarms(
  { name, parent, tags, source }: Context & { source: AlarmSource },
  { topicArns }: PolicyAlarms,
  watched: Watched[],
): void {
  const { region, namespace, dimensions, eventPattern } = source;
  for (const { role, metricName, says, withinHours } of watched) {
    new cloudwatch.MetricAlarm(
      `${name}-${role}-alarm`,
      {
        alarmDescription: `${name}: ${says}`,
        namespace,
        metricName,
        dimensions,
        statistic: "Sum",
        period: 3600,
        ...(withinHours === undefined
          ? {
              comparisonOperator: "GreaterThanThreshold",
              threshold: 0,
              evaluationPeriods: 1,
              treatMissingData: "notBreaching",
            }
          : {
              comparisonOperator: "LessThanThreshold",
              threshold: 1,
              evaluationPeriods: withinHours,
              datapointsToAlarm: withinHours,
              treatMissingData: "breaching",
            }),
        alarmActions: topicArns,
        okActions: topicArns,
        region,
        tags: nameTag(`${name}-${role}`, tags),
      },
      { parent },
    );
  }
  const rule = new cloudwatch.EventRule(
    `${name}-event-rule`,
    { description: `${name}: ${source.says}`, eventPattern, region, tags: nameTag(`${name}-event-rule`, tags) },
    { parent },
  );
  for (const [index, arn] of topicArns.entries()) {
    new cloudwatch.EventTarget(`${name}-event-target-${index}`, { rule: rule.name, arn, region }, { parent });
  }
}

/** Records what is wrong with a policy's alarms. */
export function checkPolicyAlarms(checks: Checks, alarms: PolicyAlarms | undefined, region: string): void {
  if (alarms === undefined) {
    return;
  }
  const { topicArns } = alarms;
  checks.count("alarms.topicArns", topicArns, 1, Infinity, "at least one topic", "leave alarms out for none");
  checks.different("alarms.topicArns", topicArns, "different topics", "name each once");
  topicArns.forEach((topicArn, index) =>
    checks.matches(
      `alarms.topicArns[${index}]`,
      topicArn,
      new RegExp(`^arn:${partitionOf(region)}:sns:${region}:\\d{12}:[\\w-]+$`),
      `the ARN of an SNS topic in ${region}`,
      "name a topic of the policy's Region: alarms tell no others",
    ),
  );
  checks.range("alarms.missingHours", alarms.missingHours, SLACK_HOURS, LONGEST_HOURS, "hours");
}

/** Records that something is to count as missing where nothing has to happen. */
export function checkNothingMissing(checks: Checks, alarms: PolicyAlarms | undefined): void {
  checks.leftOut(
    "alarms.missingHours",
    alarms?.missingHours,
    "where others may have made the backup",
    "look for the backups of what you mean by a schedule of its own",
  );
}
