import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import {
  arn,
  assumeRolePolicy,
  type Context,
  EBS_KEY_ACTIONS,
  joinLists,
  nameTag,
  type Place,
  policyDocument,
  type PolicyStatement,
} from "@groundwork/core";
import { type SnapshotScheduleArgs } from "../snapshot-schedule/snapshot-schedule-args";

/** What any schedule does. */
const baseStatements = (place: Place): PolicyStatement[] => [
  {
    Effect: "Allow",
    Action: ["ec2:DescribeInstances", "ec2:DescribeVolumes", "ec2:DescribeSnapshots"],
    Resource: "*",
  },
  { Effect: "Allow", Action: ["ec2:CreateSnapshot", "ec2:CreateSnapshots"], Resource: "*" },
  {
    Effect: "Allow",
    Action: ["ec2:DeleteSnapshot", "ec2:CreateTags"],
    Resource: arn(place, { service: "ec2", region: "*", resource: "snapshot/*" }),
  },
];

/** The role, and the policy that a schedule needs in place. */
export interface ScheduleRole {
  role: iam.Role;
  permissions: iam.RolePolicy;
}

/**
 * Creates the role that Data Lifecycle Manager assumes, on behalf of this account's policies only, with the permissions that
 * this schedule needs: copying, and the keys, only where there are copies.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html
 */
export function createScheduleRole(
  { name, tags, parent }: Context,
  { place, copies = [], sourceKeyArns }: Pick<SnapshotScheduleArgs, "place" | "copies" | "sourceKeyArns">,
): ScheduleRole {
  const { accountId } = place;
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `Lets Data Lifecycle Manager run the snapshot schedule ${name}`,
      assumeRolePolicy: assumeRolePolicy("dlm", {
        accountId,
        arn: arn(place, { service: "dlm", region: "*", accountId, resource: "policy/*" }),
      }),
      tags: nameTag(name, tags),
    },
    { parent },
  );
  const keyArns = joinLists(
    sourceKeyArns,
    copies.map((copy) => copy.keyArn),
  );
  const permissions = new iam.RolePolicy(
    `${name}-role-policy`,
    {
      role: role.id,
      policy: policyDocument(...baseStatements(place), ...(copies.length === 0 ? [] : copyStatements(keyArns))),
    },
    { parent, aliases: [{ name: `${name}-permissions` }] },
  );
  return { role, permissions };
}

/** Copying, and the use of the keys on either side; grants only for what EC2 itself does with them. */
function copyStatements(keyArns: pulumi.Input<pulumi.Input<string>[]>): PolicyStatement[] {
  return [
    { Effect: "Allow", Action: "ec2:CopySnapshot", Resource: "*" },
    {
      Effect: "Allow",
      Action: EBS_KEY_ACTIONS,
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
