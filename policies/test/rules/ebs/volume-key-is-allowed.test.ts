import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ebs/volume-key-is-allowed";
import { judge } from "../../support/pack";
import { describeRule } from "../../support/table";

const KEY = "arn:aws:kms:eu-west-1:123456789012:key/0123abcd";
const settings = { allowedKeys: [KEY, "alias/volumes-*"] };
const CHANGE = "name one of the rule's allowedKeys.";
const passes = {
  "an allowed key": { kmsKeyId: KEY },
  "an allowed key by its id": { kmsKeyId: "0123abcd" },
  "an allowed alias": { kmsKeyId: "alias/volumes-web" },
};

describeRule(rule, [
  {
    it: "fails another key, without naming it",
    fails: { encrypted: true, kmsKeyId: "alias/other" },
    messages: [`kmsKeyId is another value; ${CHANGE}`],
    settings,
    passes: { ...passes, "a volume that is not encrypted, which is another rule's": { encrypted: false } },
  },
  {
    it: "fails a copy of a snapshot that leaves the key to the account",
    type: AwsType.SnapshotCopy,
    fails: { encrypted: true },
    messages: [`kmsKeyId is not set; ${CHANGE}`],
    settings,
    passes,
  },
  {
    it: "fails a device of an instance",
    type: AwsType.Instance,
    fails: { rootBlockDevice: { encrypted: true } },
    messages: [`rootBlockDevice.kmsKeyId is not set; ${CHANGE}`],
    settings,
    passes: { "an allowed key": { rootBlockDevice: { kmsKeyId: KEY } } },
  },
]);

describe("volume-key-is-allowed without a list", () => {
  it("says nothing", async () => {
    const volume = { type: AwsType.Volume, name: "it", inputs: { encrypted: true, kmsKeyId: "alias/other" } };
    assert.deepEqual(await judge([rule], [volume]), []);
  });
});
