import { EMR_SECURITY_CONFIGURATION, inConfiguration, LOCAL_DISKS } from "../../model/emr";
import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "cluster-volumes-are-encrypted",
  requires: "A security configuration of EMR encrypts the EBS volumes of a cluster, the root volume included.",
  fix: "Set EnableAtRestEncryption, and EnableEbsEncryption with a KMS key in LocalDiskEncryptionConfiguration.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html",
  controls: { checkov: ["CKV_AWS_350"] },
  types: [EMR_SECURITY_CONFIGURATION],
  guards: ["configuration"],
  judge: (resource) =>
    inConfiguration(resource, (configuration) => [
      mustBe(configuration, "EncryptionConfiguration.EnableAtRestEncryption", true, { absent: false }),
      mustBe(configuration, `${LOCAL_DISKS}.EnableEbsEncryption`, true, { absent: false }),
    ]),
});
