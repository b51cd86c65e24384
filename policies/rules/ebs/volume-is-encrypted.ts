import { inheritedEncryption, judgeEncrypted } from "../../model/encryption";
import { ENCRYPTION_CONFIG, ENCRYPTION_EVIDENCE, type EncryptionConfig } from "../../model/encryption-config";
import { Group } from "../../model/levels";
import { at, flag, text } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

/**
 * Without a remediation: `encrypted` cannot change on an existing volume, so setting it would replace the volume, and a
 * policy cannot tell a new volume from one that holds data.
 */
export default defineRule<EncryptionConfig>({
  name: "volume-is-encrypted",
  requires: "An EBS volume is encrypted.",
  severity: "high",
  fix: "Set encrypted: true. An existing volume cannot be encrypted in place: snapshot it, and make an encrypted volume from the snapshot.",
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  group: Group.Encryption,
  controls: {
    fsbp: ["EC2.3"],
    cis: ["2.2.1"],
    checkov: ["CKV_AWS_3", "CKV2_AWS_2"],
    cdkNag: ["EC2EBSVolumeEncrypted"],
    prowler: ["ec2_ebs_volume_encryption"],
    pulumi: ["aws-ebs-volume-disallow-unencrypted-volume"],
  },
  types: [AwsType.Volume],
  guards: ["encrypted"],
  evidence: ENCRYPTION_EVIDENCE,
  config: ENCRYPTION_CONFIG,
  judge: (resource, config, program) => {
    const property = (name: string) => at(resource.declared, name);
    const reported = flag(at(resource.state, "encrypted"));
    return [
      judgeEncrypted("encrypted", flag(property("encrypted")), "true", reported, () =>
        inheritedEncryption(
          {
            resource,
            input: "snapshotId",
            snapshotId: text(property("snapshotId")),
            kmsKeyId: text(property("kmsKeyId")),
            reported,
          },
          config,
          program,
        ),
      ),
    ];
  },
});
