import type * as pulumi from "@pulumi/pulumi";
import { type Place } from "@groundwork/core";

/** What the public may have of a Region's snapshots. */
export enum SnapshotPublicAccess {
  /** Nothing, not even what was shared before. */
  BlockAllSharing = "block-all-sharing",
  /** What was shared with everybody before, and nothing new. */
  BlockNewSharing = "block-new-sharing",
  /** Whatever somebody shares with everybody. */
  Unblocked = "unblocked",
}

/** What the public may have of a Region's AMIs. */
export enum ImagePublicAccess {
  /** What was shared with everybody before, and nothing new. */
  BlockNewSharing = "block-new-sharing",
  /** Whatever somebody shares with everybody. */
  Unblocked = "unblocked",
}

/** What becomes of AMIs that are not allowed. */
export enum AllowedImagesMode {
  /** Nobody finds or launches them. */
  Enabled = "enabled",
  /** They are marked, and launched all the same: to see whom it would hit. */
  Audit = "audit-mode",
}

/** What an AMI must be to be allowed; it must fulfil all that is said. */
export interface AllowedImage {
  /**
   * Who may have made it: account ids, `amazon`, `aws-marketplace`, `aws-backup-vault` or `none`, at most 200. Required, except with
   * `productCodes`: anybody can give an AMI a name.
   *
   * @default - anybody, with `productCodes`
   */
  providers?: string[];

  /**
   * Its name, in which `*` and `?` stand for any text and any character: at most 50.
   *
   * @default - any
   */
  names?: string[];

  /**
   * Product codes of AWS Marketplace, at most 50.
   *
   * @default - any
   */
  productCodes?: string[];

  /**
   * The most days since it was made.
   *
   * @default - any age
   */
  maxAgeDays?: number;

  /**
   * The most days since it was deprecated; 0 allows none that is deprecated.
   *
   * @default - deprecated or not
   */
  maxDeprecatedDays?: number;
}

/** The AMIs that are allowed in a Region. */
export interface AllowedImages {
  /** What an AMI must be, one of at most ten: such as one of the account that builds the golden AMIs. */
  criteria: AllowedImage[];

  /**
   * What becomes of all others.
   *
   * @default AllowedImagesMode.Enabled
   */
  mode?: AllowedImagesMode;
}

/** The arguments of {@link StorageDefaults}. */
export interface StorageDefaultsArgs {
  /** The account and the Region whose settings these are. One program at a time may have them. */
  place: Place;

  /** The KMS key that encrypts whatever names no key, by ARN, in this Region. Auto Scaling must be admitted to it. */
  keyArn: pulumi.Input<string>;

  /**
   * Lets volumes and snapshots be unencrypted where whoever makes them says nothing.
   *
   * @default false
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/encryption-by-default.html
   */
  allowUnencrypted?: boolean;

  /**
   * What the public may have of snapshots.
   *
   * @default SnapshotPublicAccess.BlockAllSharing
   * @see https://docs.aws.amazon.com/ebs/latest/userguide/block-public-access-snapshots.html
   */
  snapshotPublicAccess?: SnapshotPublicAccess;

  /**
   * What the public may have of AMIs.
   *
   * @default ImagePublicAccess.BlockNewSharing
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/block-public-access-to-amis.html
   */
  imagePublicAccess?: ImagePublicAccess;

  /**
   * Lets instances answer for their metadata without a token (IMDSv1) where their launch says nothing.
   *
   * @default false
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/configuring-IMDS-new-instances.html
   */
  allowMetadataWithoutToken?: boolean;

  /**
   * The number of network hops, from 1 to 64, that the metadata may travel where a launch says nothing; containers need 2.
   *
   * @default - what the AMI says
   */
  metadataHopLimit?: pulumi.Input<number>;

  /**
   * The AMIs that are allowed here. Plain, because without it there is no such setting.
   *
   * @default - all of them
   * @see https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-allowed-amis.html
   */
  allowedImages?: AllowedImages;

  /**
   * Has Pulumi give the settings back to AWS's own when they leave the program: nothing encrypted by default, nothing blocked.
   * Otherwise they stay. The block on public AMIs stays in any case.
   *
   * @default false
   */
  resetOnDelete?: boolean;
}
