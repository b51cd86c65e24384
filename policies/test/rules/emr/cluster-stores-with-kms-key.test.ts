import rule from "../../../rules/emr/cluster-stores-with-kms-key";
import { describeRule } from "../../support/table";

const configuration = (EnableAtRestEncryption: boolean, EncryptionMode: string) => ({
  configuration: JSON.stringify({
    EncryptionConfiguration: {
      EnableAtRestEncryption,
      AtRestEncryptionConfiguration: { S3EncryptionConfiguration: { EncryptionMode } },
    },
  }),
});
const passes = { "a key of KMS": configuration(true, "SSE-KMS"), "one at the client": configuration(true, "CSE-KMS") };
const FIELD = "configuration.EncryptionConfiguration";

describeRule(rule, [
  {
    it: "fails S3's own key",
    fails: configuration(true, "SSE-S3"),
    messages: [
      `${FIELD}.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode is SSE-S3; set it to "SSE-KMS" or "CSE-KMS".`,
    ],
    passes,
  },
  {
    it: "fails what is off",
    fails: configuration(false, "SSE-KMS"),
    messages: [`${FIELD}.EnableAtRestEncryption is false; set it to true.`],
    passes,
  },
]);
