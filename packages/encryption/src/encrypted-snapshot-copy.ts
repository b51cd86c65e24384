import * as ebs from "@pulumi/aws/ebs";
import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { type EncryptedSnapshotCopyArgs } from "./encrypted-snapshot-copy-args";
import { checkEncryptedSnapshotCopy } from "./encrypted-snapshot-copy-checks";

/**
 * An encrypted copy of a snapshot, in the same Region or from another: the only way from unencrypted to encrypted, and from one key
 * to another, since AWS changes neither in place. It makes no look-up.
 */
export class EncryptedSnapshotCopy extends pulumi.ComponentResource {
  /** The copy's id, to make volumes of. */
  readonly snapshotId: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: EncryptedSnapshotCopyArgs, opts?: pulumi.ComponentResourceOptions) {
    checkEncryptedSnapshotCopy(name, args);
    super("encryption:index:EncryptedSnapshotCopy", name, {}, opts);

    const { region } = args.place;
    const copy = new ebs.SnapshotCopy(
      `${name}-snapshot-copy`,
      {
        sourceSnapshotId: args.sourceSnapshotId,
        sourceRegion: args.sourceRegion ?? region,
        encrypted: true,
        kmsKeyId: args.keyArn,
        // Sent always: what AWS would put there looks like a change that makes another copy.
        description: args.description ?? `The encrypted copy ${name}`,
        completionDurationMinutes: args.completionMinutes,
        region,
        tags: nameTag(name, args.tags),
      },
      { parent: this },
    );
    for (const accountId of args.accountIds ?? []) {
      new ec2.SnapshotCreateVolumePermission(
        `${name}-${accountId}-create-volume-permission`,
        { snapshotId: copy.id, accountId, region },
        { parent: this },
      );
    }

    this.snapshotId = copy.id;
    this.registerOutputs({ snapshotId: this.snapshotId });
  }
}
