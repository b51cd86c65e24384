import rule from "../../../rules/emr/cluster-volumes-are-encrypted";
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
    it: "fails a configuration that encrypts disks without volumes, as EMR does unless asked",
    fails: configuration(true, { EncryptionKeyProviderType: "AwsKms" }),
    messages: [`${DISKS}.EnableEbsEncryption is not set, and AWS takes false then; set it to true.`],
    passes,
  },
  {
    it: "fails a configuration that encrypts nothing",
    fails: configuration(false, { EncryptionKeyProviderType: "AwsKms", EnableEbsEncryption: true }),
    messages: [`${AT_REST} is false; set it to true.`],
    passes,
  },
  {
    it: "fails what is no JSON",
    fails: { configuration: "hunter2" },
    messages: ["configuration is no JSON; write a security configuration of EMR."],
    passes,
  },
]);
