import type { Rule } from "../model/rule";
import { volumeIsEncrypted } from "./ebs/volume-is-encrypted";
import { amiIsApproved } from "./ec2/ami-is-approved";
import { instanceVolumesAreEncrypted } from "./ec2/instance-volumes-are-encrypted";
import { launchTemplateVolumesAreEncrypted } from "./ec2/launch-template-volumes-are-encrypted";

/** Every rule of the pack. */
export const rules: Rule[] = [
  volumeIsEncrypted,
  amiIsApproved,
  instanceVolumesAreEncrypted,
  launchTemplateVolumesAreEncrypted,
];
