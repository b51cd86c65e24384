import type * as pulumi from "@pulumi/pulumi";

/** Days for which the logs of builds are kept, unless the caller says otherwise. */
export const DEFAULT_LOG_DAYS = 90;

/**
 * What builds write down, and where: Image Builder's own record in CloudWatch Logs, the output of components in a bucket. Unless
 * `bucketName` names one, a bucket is made that takes these logs and nothing else.
 */
export interface BuildLogs {
  /**
   * A bucket that exists.
   *
   * @default - a bucket is made: encrypted, private, by TLS alone
   */
  bucketName?: pulumi.Input<string>;

  /**
   * What the logs' names in the bucket begin with; the build instances may write there and nowhere else.
   *
   * @default - the golden AMI's name
   */
  keyPrefix?: string;

  /**
   * The KMS key of the logs, which must admit CloudWatch Logs: see `EncryptionKey`'s `services`. The build instances are let
   * use it for the bucket.
   *
   * @default - keys that AWS owns
   */
  keyArn?: pulumi.Input<string>;

  /**
   * Days for which logs are kept, in the made bucket as well: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731,
   * 1096, 1827, 2192, 2557, 2922, 3288 or 3653.
   *
   * @default 90
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  retentionDays?: pulumi.Input<number>;

  /**
   * Whether the made bucket goes even while it holds logs. Deploy it before `bucketName` takes the bucket's place, or before
   * the pipeline goes: AWS deletes no bucket that holds anything.
   *
   * @default false
   */
  deleteLogsWithBucket?: pulumi.Input<boolean>;
}
