import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** Days between a key's deletion being asked for and done: AWS's longest, because a deleted key takes its data along. */
export const DEFAULT_DELETION_WINDOW_DAYS = 30;

/** Days between two rotations of the key material. */
export const DEFAULT_ROTATION_DAYS = 365;

/** The arguments of {@link EncryptionKey}. */
export interface EncryptionKeyArgs {
  /** The account that owns the key, and the Region that it is in, whatever the provider's. */
  place: Place;

  /** What the key encrypts, for the one who finds it in the console: up to 8192 characters. */
  description: pulumi.Input<string>;

  /**
   * Lets Auto Scaling's service-linked role use the key, so that a group can launch instances with volumes that it
   * encrypts. The role must exist: AWS creates it with the account's first Auto Scaling group.
   *
   * @default false
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
   */
  allowAutoScaling?: boolean;

  /**
   * Days until a deleted key is gone for good, from 7 to 30.
   *
   * @default 30
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html
   */
  deletionWindowDays?: pulumi.Input<number>;

  /**
   * Days between two rotations, from 90 to 2560. Rotation cannot be switched off.
   *
   * @default 365
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
   */
  rotationDays?: pulumi.Input<number>;

  /**
   * Tags for the key; a `Name` among them replaces the one that it has otherwise.
   *
   * @default - a `Name` tag only
   */
  tags?: Tags;
}
