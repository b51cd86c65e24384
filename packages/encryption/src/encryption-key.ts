import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { DEFAULT_DELETION_WINDOW_DAYS, DEFAULT_ROTATION_DAYS, type EncryptionKeyArgs } from "./encryption-key-args";
import { checkEncryptionKey } from "./encryption-key-checks";
import { keyPolicy } from "./key-policy";

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
    checkEncryptionKey(name, args);
    super("encryption:index:EncryptionKey", name, {}, opts);

    const { region } = args.place;
    const key = new kms.Key(
      `${name}-key`,
      {
        description: args.description,
        enableKeyRotation: true,
        rotationPeriodInDays: args.rotationDays ?? DEFAULT_ROTATION_DAYS,
        deletionWindowInDays: args.deletionWindowDays ?? DEFAULT_DELETION_WINDOW_DAYS,
        policy: keyPolicy(args),
        region,
        tags: nameTag(name, args.tags),
      },
      { parent: this },
    );
    const alias = new kms.Alias(`${name}-alias`, { targetKeyId: key.keyId, region }, { parent: this });

    this.keyArn = key.arn;
    this.aliasName = alias.name;
    this.registerOutputs({ keyArn: this.keyArn, aliasName: this.aliasName });
  }
}
