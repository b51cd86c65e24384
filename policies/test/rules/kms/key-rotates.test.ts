import * as assert from "node:assert/strict";
import rule from "../../../rules/kms/key-rotates";
import { remediate } from "../../support/pack";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key that says nothing, because AWS does not rotate it",
    fails: {},
    messages: ["enableKeyRotation is not set, and AWS takes false then; set it to true."],
    passes: {
      "a key that rotates": { enableKeyRotation: true },
      "an asymmetric key, which cannot": { customerMasterKeySpec: "RSA_4096" },
      "a key for signatures, which cannot": { keyUsage: "SIGN_VERIFY" },
      "a key in a store of the customer's, which cannot": { customKeyStoreId: "cks-1" },
    },
    remediated: { enableKeyRotation: true },
  },
  {
    it: "fails a key that does not rotate",
    fails: { enableKeyRotation: false },
    messages: ["enableKeyRotation is false; set it to true."],
    passes: { "one that does": { enableKeyRotation: true } },
  },
]);

describe(rule.name, () => {
  it("leaves a key alone that cannot rotate", async () => {
    const inputs = { customerMasterKeySpec: "HMAC_256", keyUsage: "GENERATE_VERIFY_MAC" };
    assert.equal(await remediate(rule, { type: "aws:kms/key:Key", name: "it", inputs }), undefined);
  });
});
