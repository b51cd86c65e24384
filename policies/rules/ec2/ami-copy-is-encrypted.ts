import { copiedEncryption } from "../../model/copied-encryption";
import { judgeEncrypted, type Inherited } from "../../model/encryption";
import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { get } from "../../model/facts";
import { imageEncrypted } from "../../model/image-encryption";
import { Group } from "../../model/levels";
import { flag, text } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const MAKERS: string[] = [AwsType.AmiCopy, AwsType.Ami];

export default defineRule<LaunchEncryptionConfig>({
  name: "ami-copy-is-encrypted",
  requires: "A copy of an AMI is encrypted.",
  fix: "Set encrypted: true, and kmsKeyId to encrypt with a key of your own.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
  controls: { checkov: ["CKV_AWS_235"] },
  types: [AwsType.AmiCopy],
  guards: ["encrypted"],
  evidence: LAUNCH_ENCRYPTION_EVIDENCE,
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: (copy, config, program) => {
    const source = text(get(copy, "sourceAmiId"));
    const shown = (): Inherited => ({
      encrypted: imageEncrypted(copy, "sourceAmiId", source, config, program),
      reason: "its source is unencrypted",
    });
    return judgeEncrypted("encrypted", flag(get(copy, "encrypted")), "true", undefined, () =>
      copiedEncryption(copy, "sourceAmiId", MAKERS, shown, config, program),
    );
  },
});
