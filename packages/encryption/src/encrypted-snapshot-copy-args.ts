import type * as pulumi from "@pulumi/pulumi";
import { type CopyArgs } from "./copy-args";

/** The arguments of {@link EncryptedSnapshotCopy}. */
export interface EncryptedSnapshotCopyArgs extends CopyArgs {
  /** The snapshot to copy, encrypted or not, such as `snap-0a1b2c3d4e5f60718`. Another one makes another copy. */
  sourceSnapshotId: pulumi.Input<string>;

  /**
   * Minutes within which AWS completes the copy, for a price by the GiB: from 15 to 2880 in steps of 15. Another value makes another
   * copy.
   *
   * @default - as long as it takes
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/time-based-copies.html
   */
  completionMinutes?: pulumi.Input<number>;
}
