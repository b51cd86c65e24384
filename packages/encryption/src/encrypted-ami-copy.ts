import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { type EncryptedAmiCopyArgs } from "./encrypted-ami-copy-args";
import { checkEncryptedAmiCopy } from "./encrypted-ami-copy-checks";

/**
 * An AMI whose snapshots are encrypted, copied from one in the same Region or in another: the only way from unencrypted to encrypted,
 * and from one key to another. Its name is never reused, so that another copy is there before the old one goes. It makes no
 * look-up.
 */
export class EncryptedAmiCopy extends pulumi.ComponentResource {
  /** The copy's id, to launch. */
  readonly amiId: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: EncryptedAmiCopyArgs, opts?: pulumi.ComponentResourceOptions) {
    checkEncryptedAmiCopy(name, args);
    super("encryption:index:EncryptedAmiCopy", name, {}, opts);

    const { region } = args.place;
    const copy = new ec2.AmiCopy(
      `${name}-ami-copy`,
      {
        sourceAmiId: args.sourceAmiId,
        sourceAmiRegion: args.sourceRegion ?? region,
        encrypted: true,
        kmsKeyId: args.keyArn,
        description: args.description ?? `The encrypted copy ${name}`,
        deprecationTime: args.deprecationTime,
        region,
        tags: nameTag(name, args.tags),
      },
      { parent: this },
    );
    for (const [party, sharing] of parties(args)) {
      new ec2.AmiLaunchPermission(
        `${name}-${party}-launch-permission`,
        { imageId: copy.id, ...sharing, region },
        { parent: this },
      );
    }

    this.amiId = copy.id;
    this.registerOutputs({ amiId: this.amiId });
  }
}

/** With whom an AMI is shared, each by the id that its permission is named after. */
function parties({
  accountIds = [],
  organizationArns = [],
  organizationalUnitArns = [],
}: EncryptedAmiCopyArgs): [id: string, inputs: Partial<ec2.AmiLaunchPermissionArgs>][] {
  const idOf = (arn: string): string => arn.slice(arn.lastIndexOf("/") + 1);
  return [
    ...accountIds.map((accountId): [string, object] => [accountId, { accountId }]),
    ...organizationArns.map((arn): [string, object] => [idOf(arn), { organizationArn: arn }]),
    ...organizationalUnitArns.map((arn): [string, object] => [idOf(arn), { organizationalUnitArn: arn }]),
  ];
}
