import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/snapshot-is-encrypted";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const SOURCE = "snap-0123456789abcdef0";
const OWN = "encrypt the volume, or copy the snapshot with encrypted: true.";

describeRule(rule, [
  {
    it: "fails a copy that is to be plain",
    type: AwsType.SnapshotCopy,
    fails: { encrypted: false, sourceSnapshotId: SOURCE },
    messages: ["encrypted is false; set it to true."],
    passes: { "one that is encrypted": { encrypted: true } },
  },
  {
    it: "fails a copy that does not say so, of a snapshot that nothing shows to be encrypted",
    type: AwsType.SnapshotCopy,
    fails: { sourceSnapshotId: SOURCE },
    settings: { encryptedSnapshotIds: ["snap-0aaaaaaaaaaaaaaaa"] },
    messages: ["encrypted is not set, and nothing shows that its source is encrypted; set it to true."],
    passes: {
      "one that does": { encrypted: true },
      "one of a snapshot that is encrypted": { sourceSnapshotId: "snap-0aaaaaaaaaaaaaaaa" },
    },
  },
  {
    it: "fails an import that does not say so",
    type: AwsType.SnapshotImport,
    fails: { kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" },
    messages: ["encrypted is not set, and kmsKeyId alone does not encrypt; set it to true."],
    passes: { "one that does": { encrypted: true } },
  },
  {
    it: "fails a copy that AWS reports as unencrypted, whatever it declares",
    type: AwsType.SnapshotCopy,
    fails: { encrypted: true },
    more: { state: { encrypted: false } },
    messages: ["encrypted is true, but AWS reports the volume as unencrypted; replace the volume. (end)"],
    passes: {},
  },
]);

describe("a snapshot", () => {
  const volume = (inputs: Record<string, unknown>, name = "volume"): Registration => ({
    type: AwsType.Volume,
    name,
    inputs,
  });
  const snapshot = (sources: string[], state: Record<string, unknown> = {}): Registration => ({
    type: AwsType.Snapshot,
    name: "it",
    inputs: { volumeId: UNKNOWN_VALUE },
    state: { volumeId: UNKNOWN_VALUE, ...state },
    sources: { volumeId: sources },
  });
  const verdicts = (...resources: Registration[]) => judge([rule], resources, { [rule.name]: {} });
  const PLAIN = `mandatory it: the snapshot is of the volume in volumeId, and that is not encrypted; ${OWN} (end)`;
  const OPEN = `advisory it: the snapshot is of the volume in volumeId, and nothing shows that it is encrypted; ${OWN} (end)`;

  it("is encrypted as its volume is, by what that declares, by its own snapshot, or by the account", async () => {
    assert.deepEqual(await verdicts(volume({ encrypted: true }), snapshot(["volume"])), []);
    assert.deepEqual(await verdicts(volume({ encrypted: false }), snapshot(["volume"])), [PLAIN]);
    assert.deepEqual(await verdicts(volume({}), snapshot(["volume"])), [PLAIN]);
    const setting = { type: AwsType.EncryptionByDefault, name: "default", inputs: {} };
    assert.deepEqual(await verdicts(setting, { ...volume({}), dependsOn: ["default"] }, snapshot(["volume"])), []);
  });

  it("is what AWS reports, if it is there already", async () => {
    assert.deepEqual(await verdicts(volume({ encrypted: false }), snapshot(["volume"], { encrypted: true })), []);
    assert.deepEqual(await verdicts(volume({ encrypted: true }), snapshot(["volume"], { encrypted: false })), [
      `mandatory it: the snapshot is of the volume in volumeId, and AWS reports the snapshot as unencrypted; ${OWN} (end)`,
    ]);
  });

  it("cannot be told of where its volume is not in the program, or only one that it may be of is encrypted", async () => {
    assert.deepEqual(await verdicts(snapshot([])), [OPEN]);
    assert.deepEqual(await verdicts(volume({ encrypted: UNKNOWN_VALUE }), snapshot(["volume"])), [OPEN]);
    const instance = { type: AwsType.Instance, name: "web", inputs: {} };
    assert.deepEqual(await verdicts(volume({ encrypted: true }), instance, snapshot(["volume", "web"])), [OPEN]);
  });
});
