import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { type SnapshotScheduleArgs } from "./snapshot-schedule";

/** What any schedule does. */
const BASE_STATEMENTS = [
  {
    Effect: "Allow",
    Action: ["ec2:DescribeInstances", "ec2:DescribeVolumes", "ec2:DescribeSnapshots"],
    Resource: "*",
  },
  { Effect: "Allow", Action: ["ec2:CreateSnapshot", "ec2:CreateSnapshots"], Resource: "*" },
  {
    Effect: "Allow",
    Action: ["ec2:DeleteSnapshot", "ec2:CreateTags"],
    Resource: "arn:aws:ec2:*::snapshot/*",
  },
];

/**
 * Creates the role that Data Lifecycle Manager assumes, with the permissions that this schedule needs: copying, and the keys,
 * only where there are copies.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html
 */
export function createScheduleRole(
  name: string,
  args: SnapshotScheduleArgs,
  parent: pulumi.Resource,
): { role: iam.Role; permissions: iam.RolePolicy } {
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `Lets Data Lifecycle Manager run the snapshot schedule ${name}`,
      assumeRolePolicy: pulumi.output(args.accountId).apply(trustPolicy),
      tags: nameTag(name, args.tags),
    },
    { parent },
  );
  const copies = args.copies ?? [];
  const keyArns = pulumi.all(
    copies.length === 0 ? [] : [...(args.sourceKeyArns ?? []), ...copies.map((copy) => copy.keyArn)],
  );
  const permissions = new iam.RolePolicy(
    `${name}-permissions`,
    {
      role: role.id,
      policy: keyArns.apply((arns) =>
        JSON.stringify({
          Version: "2012-10-17",
          Statement: [...BASE_STATEMENTS, ...(copies.length === 0 ? [] : copyStatements(arns))],
        }),
      ),
    },
    { parent },
  );
  return { role, permissions };
}

/** Admits Data Lifecycle Manager, on behalf of this account's policies only. */
function trustPolicy(accountId: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "dlm.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: {
          StringEquals: { "aws:SourceAccount": accountId },
          ArnLike: { "aws:SourceArn": `arn:aws:dlm:*:${accountId}:policy/*` },
        },
      },
    ],
  });
}

/** Copying, and the use of the keys on either side; grants only for what EC2 itself does with them. */
function copyStatements(keyArns: string[]): object[] {
  return [
    { Effect: "Allow", Action: "ec2:CopySnapshot", Resource: "*" },
    {
      Effect: "Allow",
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: keyArns,
    },
    {
      Effect: "Allow",
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Resource: keyArns,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
