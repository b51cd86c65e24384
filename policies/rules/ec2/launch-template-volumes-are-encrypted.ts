import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { launchOf } from "../../model/launch";
import { judgeLaunchedVolumes } from "../../model/launch-encryption";
import { at, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export const launchTemplateVolumesAreEncrypted = defineRule<LaunchEncryptionConfig>({
  name: "launch-template-volumes-are-encrypted",
  description: "Every EBS volume that a launch template maps is encrypted, and so is its AMI's root volume.",
  severity: "high",
  remediationSteps:
    'Set ebs.encrypted: "true" in each of blockDeviceMappings, and map the root device. This makes a new version of the launch template.',
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/ec2-launch-templates.html",
  tags: ["ec2", "ebs", "encryption"],
  framework: {
    name: "AWS Foundational Security Best Practices",
    version: "1.0.0",
    reference: "EC2.181",
    specification: "EC2 launch templates should enable encryption for attached EBS volumes",
  },
  types: [AwsType.LaunchTemplate],
  evidence: LAUNCH_ENCRYPTION_EVIDENCE,
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: judgeLaunchedVolumes,
  remediate: encryptMappings,
});

/**
 * Encrypts every EBS volume that a launch template maps and that is not encrypted for certain. It makes a new version of
 * the template and replaces nothing, which is why this rule, unlike its siblings, can remediate.
 */
function encryptMappings(properties: Record<string, unknown>): boolean {
  let changed = false;
  for (const device of launchOf(AwsType.LaunchTemplate, properties).devices) {
    const ebs = at(properties, ...device.path);
    if (device.encrypted !== true && device.encrypted !== UNKNOWN && typeof ebs === "object" && ebs !== null) {
      (ebs as Record<string, unknown>).encrypted = "true";
      changed = true;
    }
  }
  return changed;
}
