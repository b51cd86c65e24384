import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { launchOf } from "../../model/launch";
import { judgeLaunchedVolumes } from "../../model/launch-encryption";
import { Group } from "../../model/levels";
import { at, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule<LaunchEncryptionConfig>({
  name: "launch-template-volumes-are-encrypted",
  requires: "Every EBS volume that a launch template maps is encrypted, and so is its AMI's root volume.",
  severity: "high",
  fix: 'Set ebs.encrypted: "true" in each of blockDeviceMappings, and map the root device. This makes a new version of the launch template.',
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html",
  group: Group.Encryption,
  controls: { fsbp: ["EC2.181"], pulumi: ["aws-ec2-launchtemplate-disallow-unencrypted-block-device"] },
  types: [AwsType.LaunchTemplate],
  guards: ["blockDeviceMappings"],
  evidence: LAUNCH_ENCRYPTION_EVIDENCE,
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: judgeLaunchedVolumes,
  remediate: encryptMappings,
});

/**
 * Encrypts every EBS volume that a launch template maps and that is not encrypted for certain. It makes a new version of
 * the template and replaces nothing, which is why this rule, unlike its siblings, can remediate.
 */
function encryptMappings(properties: Record<string, unknown>): void {
  for (const device of launchOf(AwsType.LaunchTemplate, properties).devices) {
    const ebs = at(properties, ...device.path);
    if (device.encrypted !== true && device.encrypted !== UNKNOWN && typeof ebs === "object" && ebs !== null) {
      (ebs as Record<string, unknown>).encrypted = "true";
    }
  }
}
