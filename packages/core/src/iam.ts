import * as pulumi from "@pulumi/pulumi";

/** One value of a policy, or several. */
type OneOrMore = pulumi.Input<string> | pulumi.Input<pulumi.Input<string>[]>;

/** One statement of an IAM policy. */
export interface PolicyStatement {
  Sid?: string;
  Effect: "Allow" | "Deny";
  /** Who: required in the policy of a resource, not allowed in the policy of a role. */
  Principal?: "*" | Record<string, OneOrMore>;
  Action: string | string[];
  /** On what: not allowed in a role's trust policy. */
  Resource?: OneOrMore;
  /** Values by condition key, by operator. */
  Condition?: Record<string, Record<string, OneOrMore>>;
}

/** An IAM policy in JSON, as AWS takes it. */
export function policyDocument(...statements: PolicyStatement[]): pulumi.Output<string> {
  return pulumi.jsonStringify({ Version: "2012-10-17", Statement: statements });
}

/**
 * What EC2 does with the key of volumes and snapshots.
 *
 * @see https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html
 */
export const EBS_KEY_ACTIONS = [
  "kms:Encrypt",
  "kms:Decrypt",
  "kms:ReEncrypt*",
  "kms:GenerateDataKey*",
  "kms:DescribeKey",
];

/** On whose behalf a service may assume a role: without this, anybody's resources of that service might have it do so. */
export interface ServiceSource {
  /** The account's id: twelve digits. */
  accountId: pulumi.Input<string>;

  /** The resources, as an ARN in which `*` stands for any text. @default - all of the account's */
  arn?: pulumi.Input<string>;
}

/**
 * The trust policy of a role that a service assumes.
 *
 * @param service The service's name, without its domain, such as `ec2`.
 * @param source On whose behalf; a service that acts for nobody, such as EC2 for its instances, has none.
 * @see https://docs.aws.amazon.com/IAM/latest/UserGuide/confused-deputy.html
 */
export function assumeRolePolicy(service: string, source?: ServiceSource): pulumi.Output<string> {
  return policyDocument({
    Effect: "Allow",
    Principal: { Service: `${service}.amazonaws.com` },
    Action: "sts:AssumeRole",
    Condition: source && {
      StringEquals: { "aws:SourceAccount": source.accountId },
      ...(source.arn !== undefined && { ArnLike: { "aws:SourceArn": source.arn } }),
    },
  });
}
