import { EMR_SECURITY_CONFIGURATION, inConfiguration, LOCAL_DISKS } from "../../model/emr";
import { mustBe, mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "cluster-disks-are-encrypted",
  requires: "A security configuration of EMR encrypts the local disks of a cluster.",
  fix: "Set EnableAtRestEncryption, and a LocalDiskEncryptionConfiguration.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-data-encryption-options.html",
  controls: { checkov: ["CKV_AWS_349"] },
  types: [EMR_SECURITY_CONFIGURATION],
  guards: ["configuration"],
  judge: (resource) =>
    inConfiguration(resource, (configuration) => [
      mustBe(configuration, "EncryptionConfiguration.EnableAtRestEncryption", true, { absent: false }),
      mustBeSet(configuration, `${LOCAL_DISKS}.EncryptionKeyProviderType`, 'set it to "AwsKms".'),
    ]),
});
