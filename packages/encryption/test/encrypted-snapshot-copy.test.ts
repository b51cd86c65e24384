import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { EncryptedSnapshotCopy } from "@groundwork/encryption";
import { inputsOf, made, mistakes, record, refused } from "@groundwork/core/testing";

const PLACE = { accountId: "111122223333", region: "eu-west-1" };
const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ARGS = { place: PLACE, sourceSnapshotId: "snap-0a1b2c3d4e5f60718", keyArn: KEY };

describe("EncryptedSnapshotCopy", () => {
  it("copies within its Region under the key, and says what it is, or AWS's own words would look like a change", async () => {
    const resources = await record(() => new EncryptedSnapshotCopy("data", ARGS));
    assert.deepEqual(made(resources), [
      ["encryption:index:EncryptedSnapshotCopy", "data"],
      ["aws:ebs/snapshotCopy:SnapshotCopy", "data-snapshot-copy"],
    ]);
    assert.deepEqual(inputsOf(resources, "data-snapshot-copy"), {
      sourceSnapshotId: "snap-0a1b2c3d4e5f60718",
      sourceRegion: "eu-west-1",
      encrypted: true,
      kmsKeyId: KEY,
      description: "The encrypted copy data",
      region: "eu-west-1",
      tags: { Name: "data" },
    });
  });

  it("copies from another Region, within a time, and shares the copy with accounts", async () => {
    const more = { sourceRegion: "eu-central-1", completionMinutes: 60, description: "Data", tags: { Team: "core" } };
    const accountIds = ["444455556666", "777788889999"];
    const resources = await record(() => new EncryptedSnapshotCopy("data", { ...ARGS, ...more, accountIds }));
    assert.deepEqual(inputsOf(resources, "data-snapshot-copy"), {
      sourceSnapshotId: "snap-0a1b2c3d4e5f60718",
      sourceRegion: "eu-central-1",
      encrypted: true,
      kmsKeyId: KEY,
      description: "Data",
      completionDurationMinutes: 60,
      region: "eu-west-1",
      tags: { Name: "data", Team: "core" },
    });
    for (const accountId of accountIds) {
      assert.deepEqual(inputsOf(resources, `data-${accountId}-create-volume-permission`), {
        snapshotId: "data-snapshot-copy-id",
        accountId,
        region: "eu-west-1",
      });
    }
    assert.equal(resources.length, 4);
  });

  it("takes a snapshot and a key that are made in the same program", async () => {
    const args = { ...ARGS, sourceSnapshotId: pulumi.output("snap-1"), keyArn: pulumi.output(KEY) };
    const resources = await record(() => new EncryptedSnapshotCopy("data", args));
    assert.equal(inputsOf(resources, "data-snapshot-copy")["kmsKeyId"], KEY);
  });

  it("refuses what AWS would refuse, or would copy anew each time, all at once", async () => {
    const args = {
      place: PLACE,
      sourceSnapshotId: "vol-1",
      sourceRegion: "us-gov-west-1",
      keyArn: "arn:aws:kms:eu-central-1:111122223333:key/1",
      description: "",
      accountIds: ["111122223333", "4444"],
      completionMinutes: 20,
    };
    assert.deepEqual(await refused(() => new EncryptedSnapshotCopy("data", args)), [
      'sourceSnapshotId is "vol-1"',
      'sourceRegion is "us-gov-west-1"',
      'keyArn is "arn:aws:kms:eu-central-1:111122223333:key/1"',
      'description is ""',
      'accountIds[0] is "111122223333"',
      'accountIds[1] is "4444"',
      "completionMinutes is 20",
    ]);
    for (const completionMinutes of [0, 2895, 22.5]) {
      const wrong = { ...ARGS, completionMinutes };
      const expected = [`completionMinutes is ${completionMinutes}`];
      assert.deepEqual(await refused(() => new EncryptedSnapshotCopy("data", wrong)), expected);
    }
  });

  for (const keyArn of ["alias/aws/ebs", "arn:aws:kms:eu-west-1:111122223333:alias/aws/ebs"]) {
    it(`refuses ${keyArn}, and says of a copy that is shared that nobody else could use it`, async () => {
      const [shared] = await mistakes(
        () => new EncryptedSnapshotCopy("data", { ...ARGS, keyArn, accountIds: ["444455556666"] }),
      );
      assert.equal(
        shared,
        `keyArn is "${keyArn}", but must be a customer-managed key for a copy that is shared; pass the keyArn of an EncryptionKey: nobody else can use aws/ebs.`,
      );
      const [own] = await mistakes(() => new EncryptedSnapshotCopy("data", { ...ARGS, keyArn }));
      assert.equal(
        own,
        `keyArn is "${keyArn}", but must be the ARN of a key in eu-west-1, by its id; pass the keyArn of an EncryptionKey there, or for a replica its replicaKeyArns.`,
      );
    });
  }
});
