import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** Days between a key's deletion being asked for and done: AWS's longest, because a deleted key takes its data along. */
export const DEFAULT_DELETION_WINDOW_DAYS = 30;

/** Days between two rotations of the key material. */
export const DEFAULT_ROTATION_DAYS = 365;

/** The role in whose name Auto Scaling launches instances, unless a group names another. */
export const AUTO_SCALING_ROLE_NAME = "AWSServiceRoleForAutoScaling";

/** A service that uses a key, for the account that owns it. */
export enum KeyService {
  /** EC2 and EBS, for whoever in the account may call them: the key needs no IAM policy then, like `aws/ebs`. */
  Ec2 = "ec2",
  /** Auto Scaling, which launches instances in the name of a role that no IAM policy can be attached to. */
  AutoScaling = "autoscaling",
  /** Image Builder, under its service-linked role. A pipeline's own execution role is one of `userArns`. */
  ImageBuilder = "imagebuilder",
  /** Data Lifecycle Manager, under its default roles. A policy's own role is one of `userArns`. */
  DataLifecycleManager = "dlm",
  /** AWS Backup, under its service-linked role and its default role. A plan's own role is one of `userArns`. */
  Backup = "backup",
  /** EventBridge, whose rules put events into encrypted topics and queues. */
  EventBridge = "events",
  /** CloudWatch Logs, for the account's log groups. */
  CloudWatchLogs = "logs",
}

/** The arguments of {@link EncryptionKey}. */
export interface EncryptionKeyArgs {
  /** The account that owns the key, and the Region that it is in, whatever the provider's. */
  place: Place;

  /** What the key encrypts, for the one who finds it in the console: up to 8192 characters. */
  description: pulumi.Input<string>;

  /**
   * The roles and users that administer the key and may not use it, by ARN. They need no IAM policy for it.
   *
   * @default - whoever the account's IAM policies let
   */
  administratorArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * The roles and users that use the key, by ARN, each of which must exist. They need no IAM policy for it if they are of the
   * key's own account.
   *
   * @default - whoever the account's IAM policies let
   */
  userArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * The services that use the key for its account. Plain, because the policy has statements of its own for each.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/key-policy-requirements-EBS-encryption.html
   */
  services?: KeyService[];

  /**
   * The names of Auto Scaling's service-linked roles, with `KeyService.AutoScaling`: those with a suffix of your own, too, such
   * as `AWSServiceRoleForAutoScaling_web`. Each must exist: AWS makes the one without a suffix with the account's first group.
   *
   * @default - `AWSServiceRoleForAutoScaling`
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/autoscaling-service-linked-role.html
   */
  autoScalingRoleNames?: string[];

  /**
   * Other accounts that may use the key, copy with it and grant it to their own Auto Scaling roles: twelve digits each. Their
   * IAM policies decide who.
   *
   * @default - none
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html
   */
  accountIds?: string[];

  /**
   * The organization whose accounts may do the same, such as `o-a1b2c3d4e5`.
   *
   * @default - none
   */
  organizationId?: string;

  /**
   * Makes a multi-Region key, which may have replicas now or later. AWS cannot change that afterwards: another value replaces
   * the key.
   *
   * @default false
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/multi-region-keys-overview.html
   */
  multiRegion?: boolean;

  /**
   * The Regions that have a replica of the key, with the same key material and a policy of the same intents; with
   * `multiRegion`. Plain, because each is a key of its own.
   *
   * @default - none
   */
  replicaRegions?: string[];

  /**
   * The key's alias, such as `alias/volumes`, in each of its Regions. A fixed alias may be taken by one key at a time.
   *
   * @default - `alias/` and a name that is never reused
   */
  aliasName?: pulumi.Input<string>;

  /**
   * Days until a deleted key is gone for good, from 7 to 30. A new value counts once it is deployed, before the deletion.
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
   * Has Pulumi refuse to delete or replace the key and its replicas, which would take along whatever they encrypt, and their
   * aliases.
   *
   * @default true
   */
  protectKey?: boolean;

  /**
   * Tags for the keys; a `Name` among them replaces the one that they have otherwise.
   *
   * @default - a `Name` tag only
   */
  tags?: Tags;
}
