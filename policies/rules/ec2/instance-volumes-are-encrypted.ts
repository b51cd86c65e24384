import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { LAUNCHES } from "../../model/launch";
import { judgeLaunchedVolumes } from "../../model/launch-encryption";
import { FOLLOWERS } from "../../model/launch/references";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

/** Without a remediation: changing a device of an existing instance replaces the instance, with the data on it. */
export default defineRule<LaunchEncryptionConfig>({
  name: "instance-volumes-are-encrypted",
  requires: "Every EBS volume of an instance is encrypted, the root volume included, whatever launches the instance.",
  severity: "high",
  fix: "Set encrypted: true on rootBlockDevice and on each of ebsBlockDevices. This replaces an existing instance.",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  group: Group.Encryption,
  controls: {
    fsbp: ["EC2.3", "EC2.173"],
    checkov: ["CKV_AWS_8"],
    cdkNag: ["EC2EBSVolumeEncrypted"],
    awsguard: ["encryptedVolumes"],
    pulumi: [
      "aws-ec2-instance-disallow-unencrypted-root-block-device",
      "aws-ec2-instance-disallow-unencrypted-block-device",
      "aws-ec2-launchconfiguration-disallow-unencrypted-root-block-device",
      "aws-ec2-launchconfiguration-disallow-unencrypted-block-device",
    ],
  },
  types: [...new Set([...LAUNCHES, ...FOLLOWERS])].filter((type) => type !== AwsType.LaunchTemplate),
  guards: ["rootBlockDevice", "ebsBlockDevices", "launchSpecifications", "launchTemplate"],
  evidence: LAUNCH_ENCRYPTION_EVIDENCE,
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: judgeLaunchedVolumes,
});
