import type * as pulumi from "@pulumi/pulumi";

/** Days for which logs are kept, unless the caller says otherwise. */
export const DEFAULT_RETENTION_DAYS = 365;

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
  retentionDays?: pulumi.Input<number>;

  /**
   * Whether the made bucket goes even while it holds logs, when the load balancer goes.
   *
   * @default false
   */
  deleteLogsWithBucket?: pulumi.Input<boolean>;

  /**
   * Whether requests are logged; by a Network Load Balancer, those to its TLS listeners. Plain, like the other two,
   * because a bucket is made where anything is logged.
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
