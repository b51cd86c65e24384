import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import { assumeRolePolicy, type Context, managedPolicyArn, nameTag, policyDocument } from "@groundwork/core";
import { distributionStatements } from "../distribution/distribution-permissions";
import { type GoldenAmiPipelineArgs } from "../golden-ami-pipeline-args";

/** What Image Builder needs to build, test and distribute; its service-linked role has the same. */
const EXECUTION_POLICY = "EC2ImageBuilderExecutionPolicy";

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
  const distribution = new iam.RolePolicy(
    `${name}-execution-distribution-policy`,
    { role: role.id, policy: policyDocument(...distributionStatements(args)) },
    { parent, aliases: [{ name: `${name}-execution-candidate-policy` }, { name: `${name}-execution-candidate` }] },
  );
  return { role, policies: [managed, distribution] };
}
