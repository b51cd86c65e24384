import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { type Context, nameTag, policyDocument } from "@groundwork/core";
import { type BuildLogs, DEFAULT_LOG_DAYS } from "./logs-args";

/** The bucket that build instances write to: private, encrypted, by TLS alone. Its name comes once all of that is so. */
export function createLogBucket(
  { name, tags, parent }: Context,
  { keyArn, retentionDays, deleteLogsWithBucket }: BuildLogs,
): pulumi.Output<string> {
  const bucket = new s3.Bucket(
    `${name}-log-bucket`,
    { forceDestroy: deleteLogsWithBucket ?? false, tags: nameTag(`${name}-logs`, tags) },
    { parent },
  );
  const rest = { bucket: bucket.bucket };
  const encryption = new s3.BucketServerSideEncryptionConfiguration(
    `${name}-log-bucket-encryption`,
    {
      ...rest,
      rules: [
        {
          applyServerSideEncryptionByDefault:
            keyArn === undefined ? { sseAlgorithm: "AES256" } : { sseAlgorithm: "aws:kms", kmsMasterKeyId: keyArn },
          bucketKeyEnabled: keyArn !== undefined,
        },
      ],
    },
    { parent },
  );
  const access = new s3.BucketPublicAccessBlock(
    `${name}-log-bucket-public-access-block`,
    { ...rest, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  new s3.BucketLifecycleConfiguration(
    `${name}-log-bucket-lifecycle`,
    {
      ...rest,
      rules: [
        { id: "expire", status: "Enabled", filter: {}, expiration: { days: retentionDays ?? DEFAULT_LOG_DAYS } },
        { id: "abort", status: "Enabled", filter: {}, abortIncompleteMultipartUpload: { daysAfterInitiation: 7 } },
      ],
    },
    { parent },
  );
  const policy = new s3.BucketPolicy(
    `${name}-log-bucket-policy`,
    {
      ...rest,
      policy: policyDocument({
        Sid: "EncryptedTransportOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucket.arn, pulumi.interpolate`${bucket.arn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      }),
    },
    { parent, dependsOn: [encryption, access] },
  );
  return policy.bucket;
}
