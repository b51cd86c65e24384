import * as assert from "node:assert/strict";
import { deployOnce, each, having as setting, onFork, STACK, steps, succeeded } from "./harness/change";
import { type Edit, having, itEdits } from "./harness/edits";
import { describeEngine } from "./harness/suite";

const OTHER_KEY = "arn:aws:kms:eu-central-1:123456789012:key/two";
const ORGANIZATION = "arn:aws:organizations::444455556666:organization/o-a1b2c3d4e5";
const SNAPSHOT = ["data-snapshot-copy", "data-444455556666-create-volume-permission"] as const;
const AMI = ["web-ami-copy", "web-444455556666-launch-permission"] as const;
const KEY = "region-default-kms-key";
const ALLOWED = "region-allowed-images-settings";
const KEPT = ["encryption-by-default", "snapshot-block-public-access", "image-block-public-access"]
  .concat("instance-metadata-defaults")
  .map((role) => `region-${role}`);

/** The steps of a copy's replacement: the new one, its permissions, and only then what was there. */
function copiedAnew(
  [copy, permission]: readonly [string, string],
  input: string,
  of: string,
): Pick<Edit, "steps" | "anytime"> {
  return {
    steps: [
      [`create-replacement ${copy} ${input}`],
      [`create-replacement ${permission} ${of}`],
      [`delete-replaced ${permission}`],
      [`delete-replaced ${copy}`],
    ],
    anytime: each("replace", [copy, permission]),
  };
}

const copies: Edit[] = [
  {
    does: "copies a snapshot under another key, and shares the copy before the old one goes",
    of: "snapshot",
    to: { keyArn: OTHER_KEY },
    ...copiedAnew(SNAPSHOT, "kmsKeyId", "snapshotId"),
    state: { [SNAPSHOT[0]]: { kmsKeyId: OTHER_KEY, encrypted: true } },
  },
  {
    does: "copies another snapshot",
    of: "snapshot",
    to: { sourceSnapshotId: "snap-ffffffff", sourceRegion: "eu-west-1" },
    ...copiedAnew(SNAPSHOT, "sourceRegion sourceSnapshotId", "snapshotId"),
  },
  {
    does: "copies a snapshot anew for another time to do it in",
    of: "snapshot",
    to: { completionMinutes: 60 },
    ...copiedAnew(SNAPSHOT, "completionDurationMinutes", "snapshotId"),
  },
  {
    does: "shares a snapshot with another account and not with the one before, and copies nothing",
    of: "snapshot",
    to: { accountIds: ["777788889999"] },
    steps: [["create data-777788889999-create-volume-permission"], [`delete ${SNAPSHOT[1]}`]],
  },
  {
    does: "tags a snapshot in place",
    of: "snapshot",
    to: { tags: { Team: "core" } },
    steps: [[`update ${SNAPSHOT[0]} tags`]],
  },
  {
    does: "copies an AMI under another key, and shares the copy before the old one goes",
    of: "ami",
    to: { keyArn: OTHER_KEY },
    ...copiedAnew(AMI, "kmsKeyId", "imageId"),
    state: { [AMI[0]]: { kmsKeyId: OTHER_KEY, encrypted: true } },
  },
  {
    does: "describes an AMI and deprecates it later, in place",
    of: "ami",
    to: { description: "Web", deprecationTime: "2028-06-30T00:00:00Z" },
    steps: [[`update ${AMI[0]} deprecationTime description`]],
  },
  {
    does: "shares an AMI with an organization beside the account",
    of: "ami",
    to: { organizationArns: [ORGANIZATION] },
    steps: [["create web-o-a1b2c3d4e5-launch-permission"]],
  },
  {
    does: "shares an AMI with nobody any more",
    of: "ami",
    from: { organizationArns: [ORGANIZATION] },
    steps: [["delete web-o-a1b2c3d4e5-launch-permission"]],
  },
];

const defaults: Edit[] = [
  {
    does: "sets another key once the old setting is gone, because AWS would forget the new one with it",
    of: "defaults",
    to: { keyArn: OTHER_KEY },
    steps: [[`delete-replaced ${KEY}`], [`create-replacement ${KEY} keyArn`]],
    anytime: [`replace ${KEY}`],
    state: { [KEY]: { keyArn: OTHER_KEY } },
  },
  {
    does: "loosens what it is told to, in place",
    of: "defaults",
    to: {
      allowUnencrypted: true,
      snapshotPublicAccess: "unblocked",
      imagePublicAccess: "unblocked",
      allowMetadataWithoutToken: true,
      metadataHopLimit: 2,
    },
    steps: [
      [
        `update ${KEPT[0]} enabled`,
        `update ${KEPT[1]} state`,
        `update ${KEPT[2]} state`,
        `update ${KEPT[3]} httpPutResponseHopLimit httpTokens`,
      ],
    ],
  },
  {
    does: "goes back to what is safe when it is told nothing any more",
    of: "defaults",
    from: { allowUnencrypted: true, snapshotPublicAccess: "unblocked", metadataHopLimit: 2 },
    steps: [[`update ${KEPT[0]} enabled`, `update ${KEPT[1]} state`, `update ${KEPT[3]} httpPutResponseHopLimit`]],
    state: {
      "region-encryption-by-default": { enabled: true },
      "region-snapshot-block-public-access": { state: "block-all-sharing" },
      "region-instance-metadata-defaults": { httpPutResponseHopLimit: -1, httpTokens: "required" },
    },
  },
  {
    does: "audits the AMIs of one account",
    of: "defaults",
    to: { allowedImages: { mode: "audit-mode", criteria: [{ providers: ["123456789012"] }] } },
    steps: [[`create ${ALLOWED}`]],
  },
  {
    does: "enforces what it audited, with a name beside",
    of: "defaults",
    from: { allowedImages: { mode: "audit-mode", criteria: [{ providers: ["123456789012"] }] } },
    to: { allowedImages: { criteria: [{ providers: ["123456789012"], names: ["web-*"] }] } },
    steps: [[`update ${ALLOWED} imageCriterions state`]],
  },
  {
    does: "allows all AMIs again",
    of: "defaults",
    from: { allowedImages: { criteria: [{ providers: ["123456789012"] }] } },
    steps: [[`delete ${ALLOWED}`]],
  },
];

describeEngine("encrypted copies that are edited", () => itEdits("edits-encryption", copies));
describeEngine("a Region's defaults that are edited", () => itEdits("edits-encryption", defaults));

describeEngine("copies and defaults that are given up", () => {
  const deployed = deployOnce("edits-encryption");

  it("deletes a copy, after nobody has a share in it", () =>
    onFork(deployed(), async (pulumi) => {
      const out = { args: ["snapshot:out=true", "ami:out=true"].flatMap((one) => setting(one).args ?? []) };
      const taken = steps(succeeded(await pulumi.up(STACK, out)));
      for (const [copy, permission] of [SNAPSHOT, AMI]) {
        assert.ok(taken.indexOf(`delete ${permission}`) < taken.indexOf(`delete ${copy}`), taken.join("\n"));
      }
      assert.deepEqual([...taken].sort(), each("delete", ["data", "web", ...SNAPSHOT, ...AMI]).sort());
    }));

  it("leaves the Region's settings on, but for the key, and takes them up again", () =>
    onFork(deployed(), async (pulumi) => {
      const settings = () =>
        pulumi.cloud
          .all()
          .map(({ name }) => name)
          .filter((name) => name.startsWith("region-"))
          .sort();
      succeeded(await pulumi.up(STACK, setting("defaults:out=true")));
      assert.deepEqual(settings(), [...KEPT].sort());
      succeeded(await pulumi.up(STACK, setting("defaults:out=false")));
      assert.ok(settings().includes(KEY));
      assert.deepEqual(steps(succeeded(await pulumi.up(STACK))), []);
    }));

  it("gives the settings back to AWS where a deployment said so beforehand", () =>
    onFork(deployed(), async (pulumi) => {
      succeeded(await pulumi.up(STACK, setting(having("defaults", { resetOnDelete: true }))));
      succeeded(await pulumi.up(STACK, setting("defaults:out=true")));
      assert.deepEqual(
        pulumi.cloud.all().filter(({ name }) => name.startsWith("region-")),
        [],
      );
    }));
});
