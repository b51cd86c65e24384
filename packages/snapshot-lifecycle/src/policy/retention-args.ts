import type * as pulumi from "@pulumi/pulumi";

/** A hundred years: the longest that Data Lifecycle Manager keeps anything, in days. */
export const LONGEST_RETENTION_DAYS = 36_500;

/** The most snapshots or AMIs that a schedule counts. */
export const LARGEST_RETENTION_COUNT = 1000;

/** For how long something is kept: one of both. */
export interface Retention {
  /**
   * Days, from 1 to 36500 and at least as long as it takes until the next one. AWS keeps the last one of a volume that is gone.
   *
   * @default - by count
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/snapshot-ami-policy.html
   */
  days?: pulumi.Input<number>;

  /**
   * The number of the newest ones, from 1 to 1000. Of a volume that is gone, AWS keeps them all.
   *
   * @default - by days
   */
  count?: pulumi.Input<number>;
}
