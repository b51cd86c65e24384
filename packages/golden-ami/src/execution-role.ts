import * as iam from "@pulumi/aws/iam";
import * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";
import { candidateParameter } from "./parameters";

/** What Image Builder needs to build, test and distribute; its service-linked role has the same. */
const EXECUTION_POLICY = "arn:aws:iam::aws:policy/EC2ImageBuilderExecutionPolicy";

/** The role, and the policies that a pipeline needs in place. */
export interface ExecutionRole {
  role: iam.Role;
  policies: pulumi.Resource[];
}

/**
 * Creates the role that Image Builder works under. Its service-linked role would do, but it may write parameters under
 * `/imagebuilder/` only; this one may write this AMI's candidate, and no approval.
 *
 * @see https://docs.aws.amazon.com/imagebuilder/latest/userguide/cr-upd-ami-distribution-settings.html
 */
export function createExecutionRole(
  name: string,
  amiName: string,
  accountId: pulumi.Input<string>,
  tags: Tags | undefined,
  parent: pulumi.Resource,
): ExecutionRole {
  const account = pulumi.output(accountId);
  const role = new iam.Role(
    `${name}-execution-role`,
    {
      description: `Lets Image Builder run the pipeline ${name}`,
      assumeRolePolicy: account.apply(trustPolicy),
      tags: nameTag(`${name}-execution`, tags),
    },
    { parent },
  );
  const managed = new iam.RolePolicyAttachment(
    `${name}-execution-image-builder`,
    { role: role.name, policyArn: EXECUTION_POLICY },
    { parent },
  );
  const candidate = new iam.RolePolicy(
    `${name}-execution-candidate`,
    { role: role.id, policy: account.apply((id) => candidatePolicy(id, amiName)) },
    { parent },
  );
  return { role, policies: [managed, candidate] };
}

/** Admits Image Builder, on behalf of this account only. */
function trustPolicy(accountId: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Principal: { Service: "imagebuilder.amazonaws.com" },
        Action: "sts:AssumeRole",
        Condition: { StringEquals: { "aws:SourceAccount": accountId } },
      },
    ],
  });
}

/** Lets Image Builder write the candidate, which SSM checks to be an AMI. */
function candidatePolicy(accountId: string, amiName: string): string {
  return JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Allow",
        Action: "ssm:PutParameter",
        Resource: `arn:aws:ssm:*:${accountId}:parameter${candidateParameter(amiName)}`,
      },
      { Effect: "Allow", Action: "ec2:DescribeImages", Resource: "*" },
    ],
  });
}
