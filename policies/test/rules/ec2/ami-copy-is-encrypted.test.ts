import * as assert from "node:assert/strict";
import { AwsType } from "../../../model/types";
import rule from "../../../rules/ec2/ami-copy-is-encrypted";
import { judge, UNKNOWN_VALUE, type Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const SOURCE = "ami-0123456789abcdef0";
const NOT_SHOWN = "encrypted is not set, and nothing shows that its source is encrypted; set it to true.";

describeRule(rule, [
  {
    it: "fails a copy that is to be plain",
    fails: { encrypted: false, sourceAmiId: SOURCE },
    messages: ["encrypted is false; set it to true."],
    passes: { "one that is encrypted": { encrypted: true } },
  },
  {
    it: "fails a copy that does not say so, at once where nothing of the program can show its source encrypted",
    fails: { sourceAmiId: SOURCE, kmsKeyId: "arn:aws:kms:eu-west-1:111122223333:key/1" },
    settings: { encryptedAmiIds: ["ami-0aaaaaaaaaaaaaaaa"] },
    messages: [NOT_SHOWN],
    passes: {
      "one that does": { encrypted: true },
      "one of an AMI that is encrypted": { sourceAmiId: "ami-0aaaaaaaaaaaaaaaa" },
    },
  },
  {
    it: "fails one where the account's default is off",
    fails: { sourceAmiId: SOURCE },
    others: [{ type: AwsType.EncryptionByDefault, name: "default", inputs: { enabled: false } }],
    more: { dependsOn: ["default"] },
    messages: [`${NOT_SHOWN} (end)`],
    passes: { "one that is encrypted": { encrypted: true } },
  },
]);

describe("a copy of an AMI of the program", () => {
  const copy = (name: string, inputs: Record<string, unknown>, source?: string): Registration => ({
    type: AwsType.AmiCopy,
    name,
    inputs: { sourceAmiId: source === undefined ? SOURCE : UNKNOWN_VALUE, ...inputs },
    ...(source !== undefined && { sources: { sourceAmiId: [source] } }),
  });
  const verdicts = (...resources: Registration[]) => judge([rule], resources, { [rule.name]: {} });

  it("is encrypted as the AMI is", async () => {
    assert.deepEqual(await verdicts(copy("one", { encrypted: true }), copy("two", {}, "one")), []);
  });

  it("may be plain where the AMI is, or may be", async () => {
    assert.deepEqual(await verdicts(copy("one", { encrypted: false }), copy("two", {}, "one")), [
      "mandatory one: encrypted is false; set it to true.",
      `advisory two: ${NOT_SHOWN} (end)`,
    ]);
  });
});
