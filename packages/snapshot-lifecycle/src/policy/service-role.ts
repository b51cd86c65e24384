import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import {
  arn,
  assumeRolePolicy,
  type Context,
  EBS_KEY_ACTIONS,
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

/** The use of keys; grants only for what EC2 itself does with them. */
export function keyStatements(keyArns: pulumi.Input<pulumi.Input<string>[]>): PolicyStatement[] {
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
