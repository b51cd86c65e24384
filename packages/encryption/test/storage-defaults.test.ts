import * as assert from "node:assert/strict";
import {
  AllowedImagesMode,
  ImagePublicAccess,
  SnapshotPublicAccess,
  StorageDefaults,
  type StorageDefaultsArgs,
} from "@groundwork/encryption";
import { inputsOf, made, named, record, refused, waitsFor } from "@groundwork/core/testing";

const KEY = "arn:aws:kms:eu-west-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab";
const ARGS: StorageDefaultsArgs = { place: { accountId: "111122223333", region: "eu-west-1" }, keyArn: KEY };

const LOOSE: StorageDefaultsArgs = {
  ...ARGS,
  allowUnencrypted: true,
  snapshotPublicAccess: SnapshotPublicAccess.Unblocked,
  imagePublicAccess: ImagePublicAccess.Unblocked,
  allowMetadataWithoutToken: true,
  metadataHopLimit: 2,
};

/** The inputs of every setting, by the end of its name. */
async function settings(args: StorageDefaultsArgs): Promise<Record<string, unknown>> {
  const resources = await record(() => new StorageDefaults("region", args));
  return Object.fromEntries(resources.slice(1).map(({ name, inputs }) => [name.replace("region-", ""), inputs]));
}

describe("StorageDefaults", () => {
  it("encrypts, blocks and asks for tokens unless told otherwise, all in the Region of its place", async () => {
    const region = "eu-west-1";
    assert.deepEqual(await settings(ARGS), {
      "default-kms-key": { keyArn: KEY, region },
      "encryption-by-default": { enabled: true, region },
      "image-block-public-access": { state: "block-new-sharing", region },
      "instance-metadata-defaults": {
        httpTokens: "required",
        httpPutResponseHopLimit: -1,
        httpEndpoint: "no-preference",
        instanceMetadataTags: "no-preference",
        region,
      },
      "snapshot-block-public-access": { state: "block-all-sharing", region },
    });
  });

  it("sends what is off as such, because AWS keeps what it is not told", async () => {
    const region = "eu-west-1";
    const { "default-kms-key": _key, ...loose } = await settings(LOOSE);
    assert.deepEqual(loose, {
      "encryption-by-default": { enabled: false, region },
      "image-block-public-access": { state: "unblocked", region },
      "instance-metadata-defaults": {
        httpTokens: "optional",
        httpPutResponseHopLimit: 2,
        httpEndpoint: "no-preference",
        instanceMetadataTags: "no-preference",
        region,
      },
      "snapshot-block-public-access": { state: "unblocked", region },
    });
  });

  it("encrypts by default once the key is set, or volumes would be encrypted with AWS's in between", async () => {
    const resources = await record(() => new StorageDefaults("region", ARGS));
    assert.deepEqual(waitsFor(named(resources, "region-encryption-by-default")), ["region-default-kms-key"]);
    assert.equal(named(resources, "region-default-kms-key").deleteBeforeReplace, true);
  });

  it("leaves the settings on when it leaves the program, but for the key, which may leave, too", async () => {
    const retained = async (args: StorageDefaultsArgs) => {
      const resources = await record(() => new StorageDefaults("region", args));
      return resources.filter(({ retainOnDelete }) => retainOnDelete).map(({ name }) => name.replace("region-", ""));
    };
    const allowedImages = { criteria: [{ providers: ["amazon"] }] };
    assert.deepEqual((await retained({ ...ARGS, allowedImages })).sort(), [
      "encryption-by-default",
      "image-block-public-access",
      "instance-metadata-defaults",
      "snapshot-block-public-access",
    ]);
    assert.deepEqual(await retained({ ...ARGS, resetOnDelete: true }), []);
  });

  it("allows the AMIs that are said, at once or to see whom it would hit", async () => {
    const criteria = [
      { providers: ["111122223333"], names: ["web-*"], maxAgeDays: 90, maxDeprecatedDays: 0 },
      { productCodes: ["abc123"] },
    ];
    const enabled = await record(() => new StorageDefaults("region", { ...ARGS, allowedImages: { criteria } }));
    assert.ok(made(enabled).some(([type]) => type === "aws:ec2/allowedImagesSettings:AllowedImagesSettings"));
    assert.deepEqual(inputsOf(enabled, "region-allowed-images-settings"), {
      state: "enabled",
      imageCriterions: [
        {
          imageProviders: ["111122223333"],
          imageNames: ["web-*"],
          creationDateCondition: { maximumDaysSinceCreated: 90 },
          deprecationTimeCondition: { maximumDaysSinceDeprecated: 0 },
        },
        { marketplaceProductCodes: ["abc123"] },
      ],
      region: "eu-west-1",
    });
    const allowedImages = { criteria, mode: AllowedImagesMode.Audit };
    const audited = await record(() => new StorageDefaults("region", { ...ARGS, allowedImages }));
    assert.equal(inputsOf(audited, "region-allowed-images-settings")["state"], "audit-mode");
  });

  it("refuses what AWS would refuse, or would let others in, all at once", async () => {
    const args = {
      ...ARGS,
      keyArn: "alias/aws/ebs",
      snapshotPublicAccess: "none" as SnapshotPublicAccess,
      imagePublicAccess: "none" as ImagePublicAccess,
      metadataHopLimit: 65,
      allowedImages: {
        mode: "disabled" as AllowedImagesMode,
        criteria: [
          { names: ["web-*"] },
          {
            providers: ["self", "amazon", "amazon"],
            names: [""],
            productCodes: [],
            maxAgeDays: -1,
            maxDeprecatedDays: 0.5,
          },
        ],
      },
    };
    assert.deepEqual(await refused(() => new StorageDefaults("region", args)), [
      'keyArn is "alias/aws/ebs"',
      'snapshotPublicAccess is "none"',
      'imagePublicAccess is "none"',
      "metadataHopLimit is 65",
      'allowedImages.mode is "disabled"',
      "allowedImages.criteria[0].providers is missing",
      'allowedImages.criteria[1].providers is ["self","amazon","amazon"]',
      'allowedImages.criteria[1].providers[0] is "self"',
      'allowedImages.criteria[1].names[0] is ""',
      "allowedImages.criteria[1].productCodes is []",
      "allowedImages.criteria[1].maxAgeDays is -1",
      "allowedImages.criteria[1].maxDeprecatedDays is 0.5",
    ]);
    for (const criteria of [[], Array<object>(11).fill({ providers: ["amazon"] })]) {
      const problems = await refused(() => new StorageDefaults("region", { ...ARGS, allowedImages: { criteria } }));
      assert.equal(problems.length, 1);
      assert.match(problems[0]!, /^allowedImages\.criteria is \[/);
    }
  });
});
