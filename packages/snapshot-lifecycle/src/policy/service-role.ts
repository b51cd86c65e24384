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

/** The role, and the policy that a lifecycle policy needs in place. */
export interface ServiceRole {
  role: iam.Role;
  permissions: iam.RolePolicy;
}

/**
 * Creates the role that Data Lifecycle Manager assumes, on behalf of this account's policies only.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/service-role.html
 */
export function createServiceRole(
  { name, tags, parent }: Context,
  place: Place,
  statements: PolicyStatement[],
): ServiceRole {
  const { accountId } = place;
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `Lets Data Lifecycle Manager run ${name}`,
      assumeRolePolicy: assumeRolePolicy("dlm", {
        accountId,
        arn: arn(place, { service: "dlm", region: "*", accountId, resource: "policy/*" }),
      }),
      tags: nameTag(name, tags),
    },
    { parent },
  );
  const permissions = new iam.RolePolicy(
    `${name}-role-policy`,
    { role: role.id, policy: policyDocument(...statements) },
    { parent, aliases: [{ name: `${name}-permissions` }] },
  );
  return { role, permissions };
}

/** The use of the keys on both sides of copies; grants only for what EC2 itself does with them. */
export function copyKeyStatements(
  sourceKeyArns: pulumi.Input<pulumi.Input<string>[]> | undefined,
  copies: { keyArn: pulumi.Input<string> }[],
): PolicyStatement[] {
  const keyArns = joinLists(
    sourceKeyArns,
    copies.map(({ keyArn }) => keyArn),
  );
  return [
    { Effect: "Allow", Action: EBS_KEY_ACTIONS, Resource: keyArns },
    {
      Effect: "Allow",
      Action: ["kms:CreateGrant", "kms:ListGrants", "kms:RevokeGrant"],
      Resource: keyArns,
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}

/** A statement that allows something. */
export function allow(Action: string | string[], Resource: string | string[]): PolicyStatement {
  return { Effect: "Allow", Action, Resource };
}

/** What may be copied, and what is made by that: in requests that name both, AWS writes the copy with its account. */
export function copiesOf(place: Place): string[] {
  const { accountId } = place;
  return [snapshotsOf(place), arn(place, { service: "ec2", region: "*", accountId, resource: "snapshot/*" })];
}

/** All snapshots: their ARNs name no account. */
export function snapshotsOf(place: Place): string {
  return arn(place, { service: "ec2", region: "*", resource: "snapshot/*" });
}
