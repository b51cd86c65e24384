import * as cloudwatch from "@pulumi/aws/cloudwatch";
import * as ec2 from "@pulumi/aws/ec2";
import * as iam from "@pulumi/aws/iam";
import { nameTag } from "@groundwork/core";
import { regionOfZones, type NetworkContext } from "./network-context";

/** Records all traffic of a network in a log group of its own. */
export function createFlowLogs({ name, vpc, zones, tags, parent }: NetworkContext, retentionDays: number): void {
  const group = new cloudwatch.LogGroup(
    `${name}-flow-logs-group`,
    { retentionInDays: retentionDays, tags: nameTag(`${name}-flow-logs`, tags) },
    { parent },
  );
  const role = new iam.Role(
    `${name}-flow-logs-role`,
    {
      description: `Lets the flow logs of ${name} write to CloudWatch Logs`,
      assumeRolePolicy: vpc.ownerId.apply((accountId) => trustPolicy(accountId, regionOfZones(zones))),
      tags: nameTag(`${name}-flow-logs`, tags),
    },
    { parent },
  );
  const policy = new iam.RolePolicy(
    `${name}-flow-logs-policy`,
    { role: role.id, policy: group.arn.apply(writePolicy) },
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

/**
 * Admits the flow-log service, on behalf of this account only.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs-iam-role.html
 */
function trustPolicy(accountId: string, region: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "vpc-flow-logs.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": `arn:aws:ec2:${region}:${accountId}:vpc-flow-log/*` },
        },
      },
    ],
  });
}

/** Lets the service find the group and write to it. */
function writePolicy(groupArn: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents", "logs:DescribeLogStreams"],
        Resource: `${groupArn}:*`,
      },
      { Effect: "Allow", Action: "logs:DescribeLogGroups", Resource: "*" },
    ],
  });
}
