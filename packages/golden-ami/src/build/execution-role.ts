import * as iam from "@pulumi/aws/iam";
import type * as pulumi from "@pulumi/pulumi";
import {
  arn,
  assumeRolePolicy,
  candidateParameter,
  type Context,
  managedPolicyArn,
  nameTag,
  policyDocument,
} from "@groundwork/core";
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
 * may write parameters under `/imagebuilder/` only; this one may write this AMI's candidate, and no approval.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html
 */
export function createExecutionRole(
  { name, tags, parent }: Context,
  { place, amiName, infrastructure }: Pick<GoldenAmiPipelineArgs, "place" | "amiName" | "infrastructure">,
): ExecutionRole {
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
  const candidate = new iam.RolePolicy(
    `${name}-execution-candidate-policy`,
    {
      role: role.id,
      policy: policyDocument(
        {
          Effect: "Allow",
          Action: "ssm:PutParameter",
          Resource: arn(place, {
            service: "ssm",
            region: "*",
            accountId: place.accountId,
            resource: `parameter${candidateParameter(amiName)}`,
          }),
        },
        // SSM checks that what is written is an AMI.
        { Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" },
      ),
    },
    { parent, aliases: [{ name: `${name}-execution-candidate` }] },
  );
  return { role, policies: [managed, candidate] };
}
