import type * as pulumi from "@pulumi/pulumi";

/**
 * Whom a policy tells that something failed, or did not happen at all: a missing permission on a key fails without a word.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/monitor-dlm-cw-metrics.html
 */
export interface PolicyAlarms {
  /**
   * The SNS topics, of the policy's Region, which are told: at least one. Each topic's own policy has to let
   * `cloudwatch.amazonaws.com` and `events.amazonaws.com` publish.
   */
  topicArns: pulumi.Input<string>[];

  /**
   * Hours without anything new after which it counts as missing, from 2 to 168; a copy has a day more, in which AWS still tries.
   *
   * @default - the shortest interval of the schedules, and two hours more; with none under six days, nothing counts as missing
   */
  missingHours?: number;
}
