import type * as pulumi from "@pulumi/pulumi";
import { EBS_KEY_ACTIONS, iamArn, type Place, policyDocument, type PolicyStatement } from "@groundwork/core";
import { type EncryptionKeyArgs } from "./encryption-key-args";

/**
 * Who may use a key: the account, through its IAM policies, and where asked for Auto Scaling's service-linked role, which
 * no IAM policy can be attached to. In a key policy, the resource is always the key itself.
 *
 * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
 */
export function keyPolicy({
  place,
  allowAutoScaling,
}: Pick<EncryptionKeyArgs, "place" | "allowAutoScaling">): pulumi.Output<string> {
  const account: PolicyStatement = {
    Sid: "AccountAdministersTheKey",
    Effect: "Allow",
    Principal: { AWS: iamArn(place, "root") },
    Action: "kms:*",
    Resource: "*",
  };
  return policyDocument(account, ...(allowAutoScaling === true ? autoScalingStatements(place) : []));
}

function autoScalingStatements(place: Place): PolicyStatement[] {
  const role = iamArn(place, "role/aws-service-role/autoscaling.amazonaws.com/AWSServiceRoleForAutoScaling");
  return [
    {
      Sid: "AutoScalingUsesTheKey",
      Effect: "Allow",
      Principal: { AWS: role },
      Action: EBS_KEY_ACTIONS,
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
