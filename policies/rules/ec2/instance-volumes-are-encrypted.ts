import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { judgeLaunchedVolumes } from "../../model/launch-encryption";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

/** Without a remediation: changing a device of an existing instance replaces the instance, with the data on it. */
export const instanceVolumesAreEncrypted = defineRule<LaunchEncryptionConfig>({
  name: "instance-volumes-are-encrypted",
  description: "Every EBS volume of an instance is encrypted, the root volume included.",
  severity: "high",
  remediationSteps:
    "Set encrypted: true on rootBlockDevice and on each of ebsBlockDevices. This replaces an existing instance.",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  tags: ["ec2", "ebs", "encryption"],
  framework: {
    name: "AWS Foundational Security Best Practices",
    version: "1.0.0",
    reference: "EC2.3",
    specification: "Attached Amazon EBS volumes should be encrypted at-rest",
  },
  types: [AwsType.Instance],
  evidence: LAUNCH_ENCRYPTION_EVIDENCE,
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: judgeLaunchedVolumes,
});
