import { type Checks, type Context, nameTag, policyDocument, type PolicyStatement } from "@groundwork/core";
import { getCallerIdentityOutput } from "@pulumi/aws/getCallerIdentity";
import type * as lb from "@pulumi/aws/lb";
import * as s3 from "@pulumi/aws/s3";
import * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "./load-balancer-type";
import { DEFAULT_RETENTION_DAYS, type LogArgs } from "./logs-args";

/** The services that write a load balancer's logs; an Application Load Balancer's in every Region, the old ones too. */
const LOG_WRITERS: Record<LoadBalancerType, string> = {
  [LoadBalancerType.Application]: "logdelivery.elasticloadbalancing.amazonaws.com",
  [LoadBalancerType.Network]: "delivery.logs.amazonaws.com",
};

/** Records the mistakes in a load balancer's logs. */
export function checkLogs(checks: Checks, field: string, args: LogArgs | undefined, type: LoadBalancerType): void {
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
  for (const key of type === LoadBalancerType.Network ? (["connections", "healthChecks"] as const) : []) {
    checks.that(
      args?.[key] !== true,
      `${field}.${key}`,
      args?.[key],
      "left out: it belongs to an Application Load Balancer",
      "remove it",
    );
  }
}

/** What a helper that makes a load balancer's logs is given first. */
interface LogContext extends Context {
  type: LoadBalancerType;
  /** The account, where something that is made tells it; else it is looked up. */
  accountId: pulumi.Input<string> | undefined;
}

/**
 * The logging inputs of a load balancer. The bucket's name comes from the bucket's policy, so that AWS's test file, with
 * which it makes sure that it may write, is let in.
 */
export function createLogs(
  context: LogContext,
  args: LogArgs,
): Pick<lb.LoadBalancerArgs, "accessLogs" | "connectionLogs" | "healthCheckLogs"> {
  const application = context.type === LoadBalancerType.Application;
  const wanted = {
    access: args.access ?? true,
    connections: application && (args.connections ?? true),
    healthChecks: application && (args.healthChecks ?? true),
  };
  if (!wanted.access && !wanted.connections && !wanted.healthChecks) {
    return {};
  }
  const bucket = args.bucketName ?? createLogBucket(context, args);
  return {
    ...(wanted.access ? { accessLogs: { bucket, prefix: "access", enabled: true } } : {}),
    ...(wanted.connections ? { connectionLogs: { bucket, prefix: "connections", enabled: true } } : {}),
    ...(wanted.healthChecks ? { healthCheckLogs: { bucket, prefix: "health-checks", enabled: true } } : {}),
  };
}

function createLogBucket({ parent, name, tags, type, accountId }: LogContext, args: LogArgs): pulumi.Output<string> {
  const account = accountId ?? getCallerIdentityOutput({}, { parent }).accountId;
  const bucket = new s3.Bucket(
    `${name}-log-bucket`,
    { forceDestroy: args.deleteLogsWithBucket ?? false, tags: nameTag(`${name}-logs`, tags) },
    { parent, aliases: [{ name: `${name}-logs` }] },
  );
  const rest = { bucket: bucket.bucket };
  const days = args.retentionDays ?? DEFAULT_RETENTION_DAYS;
  const encryption = new s3.BucketServerSideEncryptionConfiguration(
    `${name}-log-bucket-encryption`,
    { ...rest, rules: [{ applyServerSideEncryptionByDefault: { sseAlgorithm: "AES256" } }] },
    { parent, aliases: [{ name: `${name}-logs-encryption` }] },
  );
  const access = new s3.BucketPublicAccessBlock(
    `${name}-log-bucket-public-access-block`,
    { ...rest, blockPublicAcls: true, blockPublicPolicy: true, ignorePublicAcls: true, restrictPublicBuckets: true },
    { parent, aliases: [{ name: `${name}-logs-access` }] },
  );
  new s3.BucketLifecycleConfiguration(
    `${name}-log-bucket-lifecycle`,
    { ...rest, rules: [{ id: "expire", status: "Enabled", filter: {}, expiration: { days } }] },
    { parent, aliases: [{ name: `${name}-logs-lifecycle` }] },
  );
  const policy = new s3.BucketPolicy(
    `${name}-log-bucket-policy`,
    { ...rest, policy: policyDocument(...writerStatements(bucket.arn, account, type), encryptedOnly(bucket.arn)) },
    { parent, dependsOn: [encryption, access], aliases: [{ name: `${name}-logs-policy` }] },
  );
  return policy.bucket;
}

/** What lets a load balancer's log writer in, for this account's load balancers alone. */
function writerStatements(
  bucketArn: pulumi.Input<string>,
  accountId: pulumi.Input<string>,
  type: LoadBalancerType,
): PolicyStatement[] {
  const Principal = { Service: LOG_WRITERS[type] };
  const write: PolicyStatement = {
    Sid: "WriteLogs",
    Effect: "Allow",
    Principal,
    Action: "s3:PutObject",
    Resource: pulumi.interpolate`${bucketArn}/*/AWSLogs/${accountId}/*`,
  };
  if (type === LoadBalancerType.Application) {
    return [write];
  }
  const source = { "aws:SourceAccount": accountId };
  return [
    { ...write, Condition: { StringEquals: { ...source, "s3:x-amz-acl": "bucket-owner-full-control" } } },
    {
      Sid: "FindBucket",
      Effect: "Allow",
      Principal,
      Action: "s3:GetBucketAcl",
      Resource: bucketArn,
      Condition: { StringEquals: source },
    },
  ];
}

function encryptedOnly(bucketArn: pulumi.Input<string>): PolicyStatement {
  return {
    Sid: "EncryptedTransportOnly",
    Effect: "Deny",
    Principal: "*",
    Action: "s3:*",
    Resource: [bucketArn, pulumi.interpolate`${bucketArn}/*`],
    Condition: { Bool: { "aws:SecureTransport": "false" } },
  };
}
