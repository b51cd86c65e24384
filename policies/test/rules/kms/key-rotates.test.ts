import rule from "../../../rules/kms/key-rotates";
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
