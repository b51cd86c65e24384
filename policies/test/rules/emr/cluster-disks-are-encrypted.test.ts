import rule from "../../../rules/emr/cluster-disks-are-encrypted";
import { describeRule } from "../../support/table";

const AT_REST = "configuration.EncryptionConfiguration.EnableAtRestEncryption";
const DISKS = "configuration.EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration";

const configuration = (EnableAtRestEncryption: boolean, disks?: object) => ({
  configuration: JSON.stringify({
    EncryptionConfiguration: {
      EnableAtRestEncryption,
      AtRestEncryptionConfiguration: { LocalDiskEncryptionConfiguration: disks },
    },
  }),
});
const passes = {
  "one that encrypts them": configuration(true, { EncryptionKeyProviderType: "AwsKms", EnableEbsEncryption: true }),
};

describeRule(rule, [
  {
    it: "fails a configuration that says nothing of disks",
    fails: configuration(true),
    messages: [`${DISKS}.EncryptionKeyProviderType is not set; set it to "AwsKms".`],
    passes,
  },
  {
    it: "fails a configuration that encrypts nothing",
    fails: configuration(false, { EncryptionKeyProviderType: "AwsKms" }),
    messages: [`${AT_REST} is false; set it to true.`],
    passes,
  },
]);
