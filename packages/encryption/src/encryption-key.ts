import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { Checks, nameTag, type Tags } from "@groundwork/core";
import { keyPolicy } from "./key-policy";

/** Days between a key's deletion being asked for and done: AWS's longest, because a deleted key takes its data along. */
export const DEFAULT_DELETION_WINDOW_DAYS = 30;

/** Days between two rotations of the key material. */
export const DEFAULT_ROTATION_DAYS = 365;

/** The arguments of {@link EncryptionKey}. */
export interface EncryptionKeyArgs {
  /** The account that owns the key: twelve digits. Given, not looked up, so that a preview shows the whole key policy. */
  accountId: pulumi.Input<string>;

  /** What the key encrypts, for the one who finds it in the console. */
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
  deletionWindowDays?: number;

  /**
   * Days between two rotations, from 90 to 2560. Rotation cannot be switched off.
   *
   * @default 365
   * @see https://docs.aws.amazon.com/kms/latest/developerguide/rotate-keys.html
   */
  rotationDays?: number;

  /**
   * The Region that the key lives in, such as `eu-central-1`.
   *
   * @default - the provider's Region
   */
  region?: pulumi.Input<string>;

  /** @default - a `Name` tag only */
  tags?: Tags;
}

/**
 * A customer-managed KMS key for volumes, snapshots and AMIs: it rotates, and its alias and name survive replacement.
 *
 * The account's IAM policies decide who may use it, as AWS recommends; beyond them the key admits nobody but, where asked
 * for, Auto Scaling. It makes no look-up.
 */
export class EncryptionKey extends pulumi.ComponentResource {
  /** The key's ARN: what `kmsKeyId` takes everywhere. */
  readonly keyArn: pulumi.Output<string>;

  /** The alias, such as `alias/volumes-alias-1a2b3c4`. */
  readonly aliasName: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    check(name, args);
    super("encryption:index:EncryptionKey", name, {}, opts);

    const key = new kms.Key(
      `${name}-key`,
      {
        description: args.description,
        enableKeyRotation: true,
        rotationPeriodInDays: args.rotationDays ?? DEFAULT_ROTATION_DAYS,
        deletionWindowInDays: args.deletionWindowDays ?? DEFAULT_DELETION_WINDOW_DAYS,
        policy: pulumi
          .output(args.accountId)
          .apply((accountId) => JSON.stringify(keyPolicy(accountId, args.allowAutoScaling ?? false))),
        region: args.region,
        tags: nameTag(name, args.tags),
      },
      { parent: this },
    );
    const alias = new kms.Alias(`${name}-alias`, { targetKeyId: key.keyId, region: args.region }, { parent: this });

    this.keyArn = key.arn;
    this.aliasName = alias.name;
    this.registerOutputs({ keyArn: this.keyArn, aliasName: this.aliasName });
  }
}

function check(name: string, args: EncryptionKeyArgs): void {
  const checks = new Checks("EncryptionKey", name);
  checks.accountId("accountId", args.accountId);
  checks.range("deletionWindowDays", args.deletionWindowDays, 7, 30, "days");
  checks.range("rotationDays", args.rotationDays, 90, 2560, "days");
  checks.done();
}
