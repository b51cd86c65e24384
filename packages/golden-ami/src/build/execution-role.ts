import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import {
  APPROVED_TAG,
  assumeRolePolicy,
  type Context,
  isPlain,
  managedPolicyArn,
  nameTag,
  policyDocument,
  type PolicyStatement,
} from "@groundwork/core";
import { distributionStatements, parameterArn } from "../distribution/distribution-permissions";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";

/** What Image Builder needs to build, test and distribute; its service-linked role has the same. */
const EXECUTION_POLICY = "EC2ImageBuilderExecutionPolicy";

/** AWS's policy lets it tag any AMI: not as approved. */
const NO_APPROVAL: PolicyStatement = {
  Sid: "TagsNothingAsApproved",
  Effect: "Deny",
  Action: "ec2:CreateTags",
  Resource: "*",
  Condition: { "ForAnyValue:StringEquals": { "aws:TagKeys": Object.keys(APPROVED_TAG) } },
};

/** The parameters that AWS's policy lets it read. */
const READABLE_PARAMETERS = /^\/(aws\/service|imagebuilder)\//;

/** The role, and the policies that a pipeline needs in place. */
export interface ExecutionRole {
  role: iam.Role;
  policies: pulumi.Resource[];
}

/**
 * Creates the role that Image Builder works under, on behalf of this account only. Its service-linked role would do, but it
 * may write parameters under `/imagebuilder/` only; this one may distribute as its pipeline does, and write no approval.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html
 */
export function createExecutionRole({ name, tags, parent }: Context, args: GoldenAmiPipelineArgs): ExecutionRole {
  const { place, infrastructure } = args;
  const role = new iam.Role(
    `${name}-execution-role`,
    {
      description: `Lets Image Builder run the pipeline ${name}`,
      assumeRolePolicy: assumeRolePolicy("imagebuilder", { accountId: place.accountId }),
      permissionsBoundary: infrastructure?.permissionsBoundaryArn,
      tags: nameTag(`${name}-execution`, tags),
    },
    { parent },
  );
  const managed = new iam.RolePolicyAttachment(
    `${name}-execution-image-builder-policy-attachment`,
    { role: role.name, policyArn: managedPolicyArn(place, EXECUTION_POLICY) },
    { parent, aliases: [{ name: `${name}-execution-image-builder` }] },
  );
  const limits = new iam.RolePolicy(
    `${name}-execution-limits-policy`,
    { role: role.id, policy: policyDocument(...parentStatements(args), NO_APPROVAL) },
    { parent },
  );
  const distribution = new iam.RolePolicy(
    `${name}-execution-distribution-policy`,
    { role: role.id, policy: policyDocument(...distributionStatements(args)) },
    { parent, aliases: [{ name: `${name}-execution-candidate-policy` }, { name: `${name}-execution-candidate` }] },
  );
  return { role, policies: [managed, limits, distribution] };
}

/** Lets it read the parent's parameter, where AWS's policy does not. */
function parentStatements({ place, parent }: GoldenAmiPipelineArgs): PolicyStatement[] {
  const name = parent?.parameterName;
  if (name === undefined || (isPlain(name) && READABLE_PARAMETERS.test(name))) {
    return [];
  }
  const Resource = parameterArn(place, { region: place.region, id: name });
  return [{ Sid: "ReadsTheParent", Effect: "Allow", Action: "ssm:GetParameter", Resource }];
}
