import { EMR_SECURITY_CONFIGURATION, inConfiguration } from "../../model/emr";
import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const S3 = "EncryptionConfiguration.AtRestEncryptionConfiguration.S3EncryptionConfiguration.EncryptionMode";

export default defineRule({
  name: "cluster-stores-with-kms-key",
  requires: "A security configuration of EMR encrypts what a cluster stores in S3 with a key of KMS.",
  fix: 'Set EnableAtRestEncryption, and EncryptionMode of S3EncryptionConfiguration to "SSE-KMS" with an AwsKmsKey.',
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html",
  controls: { fsbp: ["EMR.3"], checkov: ["CKV_AWS_171"] },
  types: [EMR_SECURITY_CONFIGURATION],
  guards: ["configuration"],
  judge: (resource) =>
    inConfiguration(resource, (configuration) => [
      mustBe(configuration, "EncryptionConfiguration.EnableAtRestEncryption", true, { absent: false }),
      mustBe(configuration, S3, ["SSE-KMS", "CSE-KMS"], { known: ["SSE-S3", "CSE-Custom"] }),
    ]),
});
