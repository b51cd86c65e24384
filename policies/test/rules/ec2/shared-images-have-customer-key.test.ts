import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/shared-images-have-customer-key";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/0123abcd";
const SNAPSHOT = "aws:ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission";
const IMAGE = "aws:ec2/amiLaunchPermission:AmiLaunchPermission";
const FAILS = (input: string) => [
  `mandatory it: ${input} is encrypted with AWS's own key, which cannot be shared; name a customer-managed key. (end)`,
];

const maker = (type: string, inputs: Record<string, unknown>, more: Partial<Registration> = {}) => ({
  ...{ type, name: "maker", inputs },
  ...more,
});
const share = (type: string, input: string): Registration => ({
  ...{ type, name: "it", inputs: { [input]: UNKNOWN_VALUE, accountId: "123456789012" } },
  sources: { [input]: ["maker"] },
});

describe("shared-images-have-customer-key", () => {
  for (const [type, made, input] of [
    [SNAPSHOT, AwsType.SnapshotCopy, "snapshotId"],
    [IMAGE, AwsType.AmiCopy, "imageId"],
  ] as const) {
    it(`fails a ${made.split(":")[2]} with AWS's own key, and passes one with the customer's, or unencrypted`, async () => {
      const verdicts = (inputs: Record<string, unknown>) => judge([rule], [maker(made, inputs), share(type, input)]);
      assert.deepEqual(await verdicts({ encrypted: true }), FAILS(input));
      assert.deepEqual(await verdicts({ encrypted: true, kmsKeyId: "alias/aws/ebs" }), FAILS(input));
      assert.deepEqual(await verdicts({ encrypted: true, kmsKeyId: KEY }), []);
      assert.deepEqual(await verdicts({ encrypted: false }), []);
      assert.deepEqual(await verdicts({ encrypted: true, kmsKeyId: UNKNOWN_VALUE }), [
        `advisory it: ${input} may be encrypted with a key that cannot be shared; name a customer-managed key. (end)`,
      ]);
    });
  }

  it("follows a snapshot to its volume", async () => {
    const verdicts = (inputs: Record<string, unknown>) =>
      judge(
        [rule],
        [
          maker(AwsType.Volume, inputs, { name: "volume" }),
          maker(AwsType.Snapshot, { volumeId: UNKNOWN_VALUE }, { sources: { volumeId: ["volume"] } }),
          share(SNAPSHOT, "snapshotId"),
        ],
      );
    assert.deepEqual(await verdicts({ encrypted: true }), FAILS("snapshotId"));
    assert.deepEqual(await verdicts({ encrypted: true, kmsKeyId: KEY }), []);
  });

  it("says nothing of what another program has made, nor of other types", async () => {
    assert.deepEqual(
      await judge([rule], [{ type: SNAPSHOT, name: "it", inputs: { snapshotId: "snap-1", accountId: "1" } }]),
      [],
    );
    const copy = maker(AwsType.SnapshotCopy, { encrypted: true });
    assert.deepEqual(await judge([rule], [copy, share("aws:s3/bucket:Bucket", "snapshotId")]), []);
  });
});
