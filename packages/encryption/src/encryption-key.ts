import * as kms from "@pulumi/aws/kms";
import * as pulumi from "@pulumi/pulumi";
import { type Context } from "@groundwork/core";
import { DEFAULT_ROTATION_DAYS, type EncryptionKeyArgs } from "./encryption-key-args";
import { checkEncryptionKey } from "./encryption-key-checks";
import { createKeyAlias } from "./key-alias";
import { keyInputs, keyProtection } from "./key-inputs";
import { createReplicaKey } from "./replica-key";

/**
 * A customer-managed KMS key for volumes, snapshots and AMIs: it rotates, it is protected from deletion, and its policy follows
 * from who is meant to administer and to use it.
 *
 * The account's IAM policies decide beside that, as AWS recommends. The whole policy is sent each time, so that whoever is taken
 * out of the program is taken out of the key. It makes no look-up.
 */
export class EncryptionKey extends pulumi.ComponentResource {
  /** The key's ARN: what `kmsKeyId` takes everywhere. */
  readonly keyArn: pulumi.Output<string>;

  /** The alias, such as `alias/volumes-alias-1a2b3c4`. */
  readonly aliasName: pulumi.Output<string>;

  /** The ARNs of the replicas, by Region. */
  readonly replicaKeyArns: Record<string, pulumi.Output<string>>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: EncryptionKeyArgs, opts?: pulumi.ComponentResourceOptions) {
    checkEncryptionKey(name, args);
    super("encryption:index:EncryptionKey", name, {}, opts);

    const { region } = args.place;
    const context: Context = { parent: this, name, tags: args.tags };
    const key = new kms.Key(
      `${name}-key`,
      {
        ...keyInputs(context, region, args),
        enableKeyRotation: true,
        rotationPeriodInDays: args.rotationDays ?? DEFAULT_ROTATION_DAYS,
        multiRegion: args.multiRegion ?? false,
      },
      { parent: this, ...keyProtection(args) },
    );
    const alias = createKeyAlias({ ...context, key }, region, args);
    const replicas = (args.replicaRegions ?? []).map((each) => createReplicaKey({ ...context, key }, each, args));

    this.keyArn = key.arn;
    this.aliasName = alias.name;
    this.replicaKeyArns = Object.fromEntries(replicas);
    this.registerOutputs({
      keyArn: this.keyArn,
      aliasName: this.aliasName,
      replicaKeyArns: this.replicaKeyArns,
    });
  }
}
