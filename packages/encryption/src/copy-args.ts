import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** What the copies of snapshots and of AMIs have in common. */
export interface CopyArgs {
  /** The account, and the Region that the copy is made in, whatever the provider's. */
  place: Place;

  /**
   * The Region of the source, such as `eu-central-1`.
   *
   * @default - the copy's own
   */
  sourceRegion?: string;

  /**
   * The KMS key of the copy, by ARN, in the copy's Region. Another key makes another copy, since nothing in AWS changes the key of
   * what is encrypted; an alias would look like that with each deployment.
   */
  keyArn: pulumi.Input<string>;

  /**
   * What the copy is, in up to 255 characters. Another description of a snapshot makes another copy.
   *
   * @default - that it is the encrypted copy of this name
   */
  description?: pulumi.Input<string>;

  /**
   * Other accounts that may use the copy: twelve digits each. The key must admit them, too: `accountIds` of `EncryptionKey`.
   * Plain, because each is a permission of its own.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/share-kms-key.html
   */
  accountIds?: string[];

  /**
   * Tags for the copy; a `Name` among them replaces the one that it has otherwise. The source's are not copied.
   *
   * @default - a `Name` tag only
   */
  tags?: Tags;
}
