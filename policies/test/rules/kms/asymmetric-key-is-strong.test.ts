import rule from "../../../rules/kms/asymmetric-key-is-strong";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an RSA key of 2048 bits",
    fails: { customerMasterKeySpec: "RSA_2048" },
    messages: ["customerMasterKeySpec is RSA_2048; set it to RSA_3072 or RSA_4096."],
    passes: {
      "a longer one": { customerMasterKeySpec: "RSA_3072" },
      "a symmetric one": { customerMasterKeySpec: undefined },
    },
  },
  {
    it: "fails one with material of the customer's",
    type: "aws:kms/externalKey:ExternalKey",
    fails: { keySpec: "RSA_2048" },
    messages: ["keySpec is RSA_2048; set it to RSA_3072 or RSA_4096."],
    passes: { "another kind": { keySpec: "ECC_NIST_P256" } },
  },
]);
