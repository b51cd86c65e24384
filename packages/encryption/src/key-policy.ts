/** One statement of a key policy; `Resource` is always the key itself. */
interface Statement {
  Sid: string;
  Effect: "Allow";
  Principal: { AWS: string };
  Action: string | string[];
  Resource: "*";
  Condition?: Record<string, Record<string, string>>;
}

/** A key policy as KMS takes it. */
interface KeyPolicy {
  Version: "2012-10-17";
  Statement: Statement[];
}

/**
 * Who may use a key: the account, through its IAM policies, and where asked for Auto Scaling's service-linked role, which
 * no IAM policy can be attached to.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function keyPolicy(accountId: string, allowAutoScaling: boolean): KeyPolicy {
  const account: Statement = {
    Sid: "AccountAdministersTheKey",
    Effect: "Allow",
    Principal: { AWS: `arn:aws:iam::${accountId}:root` },
    Action: "kms:*",
    Resource: "*",
  };
  return {
    Version: "2012-10-17",
    Statement: allowAutoScaling ? [account, ...autoScalingStatements(accountId)] : [account],
  };
}

function autoScalingStatements(accountId: string): Statement[] {
  const role = `arn:aws:iam::${accountId}:role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling`;
  return [
    {
      Sid: "AutoScalingUsesTheKey",
      Effect: "Allow",
      Principal: { AWS: role },
      Action: ["kms:Encrypt", "kms:Decrypt", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:DescribeKey"],
      Resource: "*",
    },
    {
      Sid: "AutoScalingGrantsTheKeyToVolumes",
      Effect: "Allow",
      Principal: { AWS: role },
      Action: "kms:CreateGrant",
      Resource: "*",
      Condition: { Bool: { "kms:GrantIsForAWSResource": "true" } },
    },
  ];
}
