import { type Checks, nameTag, type Tags } from "@groundwork/core";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import type * as lb from "@pulumi/aws/lb";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";

/**
 * What a load balancer writes down, and where. Unless `bucketName` names one, a bucket is made that takes its logs and
 * nothing else.
 */
export interface LogArgs {
  /**
   * A bucket that exists, in the load balancer's Region, with a policy that admits the load balancer's logs. For an
   * Application Load Balancer it must be encrypted with SSE-S3: to a KMS key, AWS refuses to write.
   *
   * @default - a bucket is made
   */
  bucketName?: pulumi.Input<string>;
  /**
   * Days after which the made bucket drops a log, from 1 to 3650.
   *
   * @default 365
   */
  retentionDays?: number;
  /**
   * Whether the made bucket goes even while it holds logs, when the load balancer goes.
   *
   * @default false
   */
  deleteLogsWithBucket?: boolean;
  /**
   * Whether requests are logged; by a Network Load Balancer, those to its TLS listeners.
   *
   * @default true
   */
  access?: boolean;
  /**
   * Whether connections are logged: who connected with which TLS, and who failed. Application Load Balancers only.
   *
   * @default true
   */
  connections?: boolean;
  /**
   * Whether health checks are logged: why a target failed. Application Load Balancers only.
   *
   * @default true
   */
  healthChecks?: boolean;
}

/** Days for which logs are kept, unless the caller says otherwise. */
export const DEFAULT_RETENTION_DAYS = 365;

/** The service that writes an Application Load Balancer's logs; in every Region, the old ones too. */
const APPLICATION_LOG_WRITER = "logdelivery.elasticloadbalancing.amazonaws.com";
/** The service that writes a Network Load Balancer's logs. */
const NETWORK_LOG_WRITER = "delivery.logs.amazonaws.com";

/** Records the mistakes in a load balancer's logs. */
export function checkLogs(checks: Checks, field: string, args: LogArgs | undefined, network: boolean): void {
  checks.range(`${field}.retentionDays`, args?.retentionDays, 1, 3650, "days");
  for (const key of ["retentionDays", "deleteLogsWithBucket"] as const) {
    checks.that(
      args?.bucketName === undefined || args[key] === undefined,
      `${field}.${key}`,
      args?.[key],
      "left out beside bucketName",
      "set it on that bucket",
    );
  }
  for (const key of network ? (["connections", "healthChecks"] as const) : []) {
    checks.that(
      args?.[key] !== true,
      `${field}.${key}`,
      args?.[key],
      "left out: it belongs to an Application Load Balancer",
      "remove it",
    );
  }
}

/**
 * The logging inputs of a load balancer. The bucket's name comes from the bucket's policy, so that AWS's test file, with
 * which it makes sure that it may write, is let in.
 */
export function createLogs(
  parent: pulumi.Resource,
  name: string,
  args: LogArgs,
  network: boolean,
  accountId: pulumi.Input<string> | undefined,
  tags: Tags | undefined,
): Pick<lb.LoadBalancerArgs, "accessLogs" | "connectionLogs" | "healthCheckLogs"> {
  const wanted = {
    access: args.access ?? true,
    connections: !network && (args.connections ?? true),
    healthChecks: !network && (args.healthChecks ?? true),
  };
  if (!wanted.access && !wanted.connections && !wanted.healthChecks) {
    return {};
  }
  const bucket = args.bucketName ?? createLogBucket(parent, name, args, network, accountId, tags);
  return {
    ...(wanted.access ? { accessLogs: { bucket, prefix: "access", enabled: true } } : {}),
    ...(wanted.connections ? { connectionLogs: { bucket, prefix: "connections", enabled: true } } : {}),
    ...(wanted.healthChecks ? { healthCheckLogs: { bucket, prefix: "health-checks", enabled: true } } : {}),
  };
}

function createLogBucket(
  parent: pulumi.Resource,
  name: string,
  args: LogArgs,
  network: boolean,
  accountId: pulumi.Input<string> | undefined,
  tags: Tags | undefined,
): pulumi.Output<string> {
  const account = accountId ?? getCallerIdentityOutput({}, { parent }).accountId;
  const bucket = new s3.Bucket(
    `${name}-logs`,
    { forceDestroy: args.deleteLogsWithBucket ?? false, tags: nameTag(`${name}-logs`, tags) },
    { parent },
  );
  const rest = { bucket: bucket.bucket };
  const days = args.retentionDays ?? DEFAULT_RETENTION_DAYS;
  const encryption = new s3.BucketServerSideEncryptionConfiguration(
    `${name}-logs-encryption`,
    { ...rest, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    { parent },
  );
  const access = new s3.BucketPublicAccessBlock(
    `${name}-logs-access`,
    { ...rest, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent },
  );
  new s3.BucketLifecycleConfiguration(
    `${name}-logs-lifecycle`,
    { ...rest, rules: [{ id: "expire", status: "Enabled", filter: {}, expiration: { days } }] },
    { parent },
  );
  const policy = new s3.BucketPolicy(
    `${name}-logs-policy`,
    { ...rest, policy: logPolicy(bucket.arn, account, network) },
    { parent, dependsOn: [encryption, access] },
  );
  return policy.bucket;
}

function logPolicy(
  bucketArn: pulumi.Input<string>,
  accountId: pulumi.Input<string>,
  network: boolean,
): pulumi.Output<string> {
  const service = { Service: network ? NETWORK_LOG_WRITER : APPLICATION_LOG_WRITER };
  const source = { "aws:SourceAccount": accountId };
  const files = pulumi.interpolate`${bucketArn}/*/AWSLogs/${accountId}/*`;
  return pulumi.jsonStringify({
    Version: "2012-10-17",
    Statement: [
      {
        Sid: "WriteLogs",
        Effect: "Allow",
        Principal: service,
        Action: "s3:PutObject",
        Resource: files,
        ...(network ? { Condition: { StringEquals: { ...source, "s3:x-amz-acl": "bucket-owner-full-control" } } } : {}),
      },
      ...(network
        ? [
            {
              Sid: "FindBucket",
              Effect: "Allow",
              Principal: service,
              Action: "s3:GetBucketAcl",
              Resource: bucketArn,
              Condition: { StringEquals: source },
            },
          ]
        : []),
      {
        Sid: "EncryptedTransportOnly",
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
        Condition: { Bool: { "aws:SecureTransport": "false" } },
      },
    ],
  });
}
