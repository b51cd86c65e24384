import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import volumeIsEncrypted from "../../../rules/ebs/volume-is-encrypted";
import { judge, judgeState, secret, UNKNOWN_VALUE, type Registration, type RuleSettings } from "../../support/pack";

const NOT_SET =
  "mandatory data: encrypted is not set, and nothing that it depends on makes the account encrypt by default; set it to true.";
const UNDECIDED = "advisory data: encrypted is not set, and nothing shows that its snapshot is; set it to true. (end)";

function volume(inputs: Record<string, unknown>, more: Partial<Registration> = {}): Registration {
  return {
    type: AwsType.Volume,
    name: "data",
    inputs: { availabilityZone: "eu-west-1a", size: 8, ...inputs },
    ...more,
  };
}

function encryptionByDefault(inputs: Record<string, unknown> = {}, more: Partial<Registration> = {}): Registration {
  return { type: AwsType.EncryptionByDefault, name: "account", inputs, ...more };
}

function verdicts(resources: Registration[], settings: RuleSettings = {}): Promise<string[]> {
  return judge([volumeIsEncrypted], resources, { "volume-is-encrypted": settings });
}

describe("volume-is-encrypted", () => {
  it("fails a volume that is not encrypted, and passes it once it is", async () => {
    assert.deepEqual(await verdicts([volume({ encrypted: false })]), [
      "mandatory data: encrypted is false; set it to true.",
    ]);
    assert.deepEqual(await verdicts([volume({ encrypted: true })]), []);
  });

  it("fails a volume that says nothing, because AWS leaves it unencrypted", async () => {
    assert.deepEqual(await verdicts([volume({})]), [NOT_SET]);
  });

  it("fails a volume with a key alone, because AWS does not encrypt for a key", async () => {
    assert.deepEqual(await verdicts([volume({ kmsKeyId: "alias/ebs" })]), [
      "mandatory data: encrypted is not set, and kmsKeyId alone does not encrypt; set it to true.",
    ]);
    assert.deepEqual(await verdicts([volume({ kmsKeyId: "alias/ebs", encrypted: true })]), []);
  });

  it("fails a value that is no boolean, without repeating it, because it may be a secret", async () => {
    assert.deepEqual(await verdicts([volume({ encrypted: secret("hunter2") })]), [
      "mandatory data: encrypted is neither true nor false; set it to true.",
    ]);
  });

  it("fails a secret false, because secrecy changes nothing", async () => {
    assert.deepEqual(await verdicts([volume({ encrypted: secret(false) })]), [
      "mandatory data: encrypted is false; set it to true.",
    ]);
    assert.deepEqual(await verdicts([volume({ encrypted: secret(true) })]), []);
  });

  it("leaves other types alone", async () => {
    assert.deepEqual(
      await verdicts([{ ...volume({ encrypted: false }), type: "aws:fsx/openZfsVolume:OpenZfsVolume" }]),
      [],
    );
  });

  it("says what is unknown at the level that the configuration gives it", async () => {
    const resources = [volume({ encrypted: UNKNOWN_VALUE })];
    const line = "data: encrypted is known only at deployment; to have it judged before, set it to true. (end)";
    assert.deepEqual(await verdicts(resources), [`advisory ${line}`]);
    assert.deepEqual(await verdicts(resources, { onUnknown: "mandatory" }), [`mandatory ${line}`]);
    assert.deepEqual(await verdicts(resources, { onUnknown: "ignore" }), []);
  });

  describe("on an account that encrypts by default", () => {
    it("passes a volume that says nothing, if the configuration says so of the account", async () => {
      assert.deepEqual(await verdicts([volume({})], { accountEncryptsByDefault: true }), []);
      assert.deepEqual(await verdicts([volume({})], { accountEncryptsByDefault: false }), [NOT_SET]);
    });

    it("still fails a volume that is declared unencrypted, because the next plan would replace it", async () => {
      assert.deepEqual(await verdicts([volume({ encrypted: false })], { accountEncryptsByDefault: true }), [
        "mandatory data: encrypted is false; set it to true.",
      ]);
    });

    it("passes a volume that depends on the setting, directly or not, because then it is made afterwards", async () => {
      const between = { type: "aws:ec2/vpc:Vpc", name: "network", inputs: {}, dependsOn: ["account"] };
      assert.deepEqual(await verdicts([encryptionByDefault(), volume({}, { dependsOn: ["account"] })]), []);
      assert.deepEqual(await verdicts([encryptionByDefault(), between, volume({}, { dependsOn: ["network"] })]), []);
    });

    it("fails a volume beside the setting, because it may be made first", async () => {
      assert.deepEqual(await verdicts([encryptionByDefault(), volume({})]), [`${NOT_SET} (end)`]);
    });

    it("fails a volume that depends on a setting that is off", async () => {
      const late = volume({}, { dependsOn: ["account"] });
      assert.deepEqual(await verdicts([encryptionByDefault({ enabled: false }), late]), [`${NOT_SET} (end)`]);
      assert.deepEqual(await verdicts([encryptionByDefault({ enabled: true }), late]), []);
    });

    it("cannot tell of another provider's setting, unless that is of another Region", async () => {
      const inRegion = (region: string) => ({ providerInputs: { region } });
      const late = volume({}, { dependsOn: ["account"], ...inRegion("eu-west-1") });
      const other = (region: string) => encryptionByDefault({}, { provider: "other", ...inRegion(region) });
      const open = [`${NOT_SET.replace("mandatory", "advisory")} (end)`];
      assert.deepEqual(await verdicts([other("eu-west-1"), late]), open);
      assert.deepEqual(await verdicts([encryptionByDefault({}, { provider: "other" }), late]), open);
      assert.deepEqual(await verdicts([other("eu-west-2"), late]), [`${NOT_SET} (end)`]);
    });

    it("passes a volume in a Region of which the configuration says so, and no other", async () => {
      const settings = { encryptingRegions: ["eu-west-1"] };
      const here = (region: string) => volume({}, { providerInputs: { region } });
      assert.deepEqual(await verdicts([here("eu-west-1")], settings), []);
      assert.deepEqual(await verdicts([here("eu-west-2")], settings), [NOT_SET]);
      assert.deepEqual(await verdicts([{ ...here("eu-west-1"), inputs: { region: "eu-west-2" } }], settings), [
        NOT_SET,
      ]);
      assert.deepEqual(await verdicts([volume({})], settings), [`${NOT_SET.replace("mandatory", "advisory")} (end)`]);
    });

    it("passes a volume in an account of which the configuration says so, where the provider is held to one", async () => {
      const settings = { encryptingRegions: ["123456789012/eu-west-1"] };
      const here = (provider: object) => volume({}, { providerInputs: { region: "eu-west-1", ...provider } });
      const role = (account: string) => JSON.stringify([{ roleArn: `arn:aws:iam::${account}:role/deploy` }]);
      assert.deepEqual(await verdicts([here({ allowedAccountIds: '["123456789012"]' })], settings), []);
      assert.deepEqual(await verdicts([here({ assumeRoles: role("123456789012") })], settings), []);
      for (const provider of [{ allowedAccountIds: '["210987654321"]' }, { assumeRoles: role("210987654321") }]) {
        assert.deepEqual(await verdicts([here(provider)], settings), [NOT_SET]);
      }
      const open = [`${NOT_SET.replace("mandatory", "advisory")} (end)`];
      for (const provider of [
        {},
        { allowedAccountIds: '["123456789012","210987654321"]' },
        { allowedAccountIds: "[" },
      ]) {
        assert.deepEqual(await verdicts([here(provider)], settings), open);
      }
    });

    it("compares Regions, and leaves open whether the provider's is the same as a named one", async () => {
      const settings = encryptionByDefault({ region: "eu-west-1" });
      const late = (inputs: Record<string, unknown>) => volume(inputs, { dependsOn: ["account"] });
      assert.deepEqual(await verdicts([settings, late({ region: "eu-west-1" })]), []);
      assert.deepEqual(await verdicts([settings, late({ region: "eu-west-2" })]), [`${NOT_SET} (end)`]);
      const open = [`${NOT_SET.replace("mandatory", "advisory")} (end)`];
      assert.deepEqual(await verdicts([settings, late({})]), open);
      assert.deepEqual(await verdicts([settings, late({ region: UNKNOWN_VALUE })]), open);
    });
  });

  describe("from a snapshot", () => {
    const snapshotId = "snap-0123456789abcdef0";
    const arn = `arn:aws:ec2:eu-west-1::snapshot/${snapshotId}`;
    const restored = volume({ snapshotId: UNKNOWN_VALUE }, { sources: { snapshotId: ["snapshot"] } });
    const copy = (inputs: Record<string, unknown>, state?: Record<string, unknown>): Registration => ({
      type: AwsType.SnapshotCopy,
      name: "snapshot",
      inputs: { sourceRegion: "eu-west-1", ...inputs },
      ...(state && { state }),
    });
    const taken = (volumeInputs: Record<string, unknown>): Registration[] => [
      volume({ encrypted: true, ...volumeInputs }, { name: "original" }),
      { type: AwsType.Snapshot, name: "snapshot", inputs: {}, sources: { volumeId: ["original"] } },
    ];

    it("cannot tell from an id alone, and passes an id that the configuration lists", async () => {
      assert.deepEqual(await verdicts([volume({ snapshotId })]), [UNDECIDED]);
      assert.deepEqual(await verdicts([volume({ snapshotId })], { encryptedSnapshotIds: [snapshotId] }), []);
      const settings = { encryptedSnapshotIds: [`eu-west-1/${snapshotId}`] };
      const here = (region: string) => volume({ snapshotId }, { providerInputs: { region } });
      assert.deepEqual(await verdicts([here("eu-west-1")], settings), []);
      assert.equal((await verdicts([here("eu-west-2")], settings)).length, 1);
    });

    it("passes an encrypted copy's volume, and cannot tell for a copy that says nothing", async () => {
      assert.deepEqual(await verdicts([copy({ encrypted: true }), restored]), []);
      assert.deepEqual(await verdicts([copy({}), restored]), [UNDECIDED]);
      assert.deepEqual(await verdicts([copy({ encrypted: UNKNOWN_VALUE }), restored]), [UNDECIDED]);
      // Its source may be encrypted all the same, and then so is the copy.
      assert.deepEqual(await verdicts([copy({ encrypted: false }), restored]), [UNDECIDED]);
    });

    it("goes back to the volume that the snapshot is taken of", async () => {
      assert.deepEqual(await verdicts([...taken({}), restored]), []);
      assert.deepEqual(await verdicts([...taken({ encrypted: UNKNOWN_VALUE }), restored], { onUnknown: "mandatory" }), [
        "mandatory original: encrypted is known only at deployment; to have it judged before, set it to true. (end)",
        UNDECIDED.replace("advisory", "mandatory"),
      ]);
      assert.deepEqual(await verdicts([...taken({ encrypted: false }), restored]), [
        "mandatory original: encrypted is false; set it to true.",
        "mandatory data: encrypted is not set, and its snapshot is unencrypted; set it to true. (end)",
      ]);
    });

    it("cannot tell where two snapshots disagree, because it may be either", async () => {
      const other = (encrypted: boolean): Registration => ({ ...copy({}), name: "other", state: { encrypted } });
      const either = volume({ snapshotId: UNKNOWN_VALUE }, { sources: { snapshotId: ["snapshot", "other"] } });
      assert.deepEqual(await verdicts([copy({ encrypted: true }), other(false), either]), [UNDECIDED]);
      assert.deepEqual(await verdicts([copy({ encrypted: true }), other(true), either]), []);
    });

    it("cannot tell where a source is no snapshot, because the id may be its", async () => {
      const foreign = { type: "aws:ec2/vpc:Vpc", name: "other", inputs: {} };
      const either = volume({ snapshotId: UNKNOWN_VALUE }, { sources: { snapshotId: ["snapshot", "other"] } });
      assert.deepEqual(await verdicts([copy({ encrypted: true }), foreign, either]), [UNDECIDED]);
    });

    it("cannot tell of a snapshot that may be taken of an instance's volume", async () => {
      const machine = { type: "aws:ec2/instance:Instance", name: "machine", inputs: {} };
      const [original, snapshot] = taken({});
      assert.ok(original && snapshot);
      const either = {
        ...snapshot,
        inputs: { volumeId: UNKNOWN_VALUE },
        sources: { volumeId: ["original", "machine"] },
      };
      assert.deepEqual(await verdicts([original, machine, either, restored]), [UNDECIDED]);
    });

    it("follows a component to the snapshot that it makes", async () => {
      const component = { type: "shop:index:Data", name: "component", inputs: {}, provider: "" };
      const child = { ...copy({ encrypted: true }), parent: "component" };
      const from = volume({ snapshotId: UNKNOWN_VALUE }, { sources: { snapshotId: ["component"] } });
      assert.deepEqual(await verdicts([component, child, from]), []);
      assert.deepEqual(await verdicts([component, { ...child, inputs: { encrypted: false } }, from]), [UNDECIDED]);
      assert.deepEqual(await verdicts([component, from, copy({ encrypted: true })]), [UNDECIDED]);
    });

    it("believes AWS about a snapshot that is there already", async () => {
      const known = volume({ snapshotId }, { sources: { snapshotId: ["snapshot"] } });
      const snapshot = (encrypted: boolean): Registration => ({
        type: AwsType.Snapshot,
        name: "snapshot",
        inputs: {},
        state: { encrypted, arn },
      });
      assert.deepEqual(await verdicts([snapshot(true), known]), []);
      assert.deepEqual(await verdicts([snapshot(false), known]), [
        "mandatory data: encrypted is not set, and its snapshot is unencrypted; set it to true. (end)",
      ]);
    });

    it("takes no snapshot for another, once ids are known", async () => {
      const known = volume({ snapshotId: "snap-0000000000000000f" }, { sources: { snapshotId: ["snapshot"] } });
      assert.deepEqual(await verdicts([copy({ encrypted: true }, { encrypted: true, arn }), known]), [UNDECIDED]);
      const same = volume({ snapshotId }, { sources: { snapshotId: ["snapshot"] } });
      assert.deepEqual(await verdicts([copy({ encrypted: true }, { encrypted: true, arn }), same]), []);
    });
  });

  describe("of which AWS already reports", () => {
    it("takes AWS's word where the program says nothing", async () => {
      assert.deepEqual(await verdicts([encryptionByDefault(), volume({}, { state: { encrypted: true } })]), []);
      assert.deepEqual(await verdicts([encryptionByDefault(), volume({}, { state: { encrypted: false } })]), [
        "mandatory data: encrypted is not set, and AWS reports the volume as unencrypted; set it to true. (end)",
      ]);
    });

    it("takes AWS's word against the program's, because a declaration encrypts no volume that is there", async () => {
      const declared = (encrypted: boolean) => volume({ encrypted: true }, { state: { encrypted } });
      assert.deepEqual(await verdicts([declared(true)]), []);
      assert.deepEqual(await verdicts([declared(false)]), [
        "mandatory data: encrypted is true, but AWS reports the volume as unencrypted; replace the volume. (end)",
      ]);
    });

    it("takes AWS's word before the account's setting, because the volume may be older", async () => {
      const settings = { accountEncryptsByDefault: true };
      assert.deepEqual(await verdicts([volume({}, { state: { encrypted: true } })], settings), []);
      assert.deepEqual(await verdicts([volume({}, { state: { encrypted: false } })], settings), [
        "mandatory data: encrypted is not set, and AWS reports the volume as unencrypted; set it to true. (end)",
      ]);
    });

    it("judges a stack of which only the state is given", async () => {
      assert.deepEqual(await judgeState([volumeIsEncrypted], [volume({ encrypted: false })]), [
        "mandatory data: encrypted is false; set it to true.",
      ]);
      assert.deepEqual(await judgeState([volumeIsEncrypted], [volume({ encrypted: true })]), []);
    });
  });
});
