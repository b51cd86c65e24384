import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { arn, assumeRolePolicy, nameTag, policyDocument } from "@groundwork/core";
import { type FlowLogsArgs } from "./network-args";
import { type NetworkContext } from "./network-context";

/**
 * Records all traffic of a network in a log group of its own, under a role that serves this account's flow logs only.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
export function createFlowLogs(
  { name, place, vpc, tags, parent }: NetworkContext,
  { retentionDays }: FlowLogsArgs,
): void {
  const { accountId, region } = place;
  const group = new cloudwatch.LogGroup(
    `${name}-flow-logs-log-group`,
    { retentionInDays: retentionDays, tags: nameTag(`${name}-flow-logs`, tags) },
    { parent, aliases: [{ name: `${name}-flow-logs-group` }] },
  );
  const role = new iam.Role(
    `${name}-flow-logs-role`,
    {
      description: `Lets the flow logs of ${name} write to CloudWatch Logs`,
      assumeRolePolicy: assumeRolePolicy("vpc-flow-logs", {
        accountId,
        arn: arn(place, { service: "ec2", region, accountId, resource: "vpc-flow-log/*" }),
      }),
      tags: nameTag(`${name}-flow-logs`, tags),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-flow-logs-policy`,
    {
      role: role.id,
      policy: policyDocument(
        {
          Effect: "Allow",
          Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
          Resource: pulumi.interpolate`${group.arn}:*`,
        },
        { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
      ),
    },
    { parent },
  );
  new ec2.FlowLog(
    `${name}-flow-logs`,
    {
      vpcId: vpc.id,
      trafficType: "ALL",
      logDestinationType: "cloud-watch-logs",
      logDestination: group.arn,
      iamRoleArn: role.arn,
      tags: nameTag(`${name}-flow-logs`, tags),
    },
    { parent, dependsOn: policy },
  );
}
