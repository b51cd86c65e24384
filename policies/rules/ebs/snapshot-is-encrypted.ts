import { copiedEncryption } from "../../model/copied-encryption";
import { inheritedEncryption, judgeEncrypted, judgeInherited, type Inherited } from "../../model/encryption";
import { ENCRYPTION_CONFIG, ENCRYPTION_EVIDENCE, type EncryptionConfig } from "../../model/encryption-config";
import { deciding, unanimous } from "../../model/evidence";
import { get } from "../../model/facts";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { at, flag, text, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const SNAPSHOTS: string[] = [AwsType.Snapshot, AwsType.SnapshotCopy, AwsType.SnapshotImport];

export default defineRule<EncryptionConfig>({
  name: "snapshot-is-encrypted",
  requires: "A snapshot is encrypted.",
  fix: "Encrypt the volume that it is of; of one that is copied or imported, set encrypted: true.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html",
  controls: { prowler: ["ec2_ebs_snapshots_encrypted"] },
  types: SNAPSHOTS,
  guards: ["encrypted"],
  evidence: ENCRYPTION_EVIDENCE,
  config: ENCRYPTION_CONFIG,
  judge: (snapshot, config, program) => {
    if (snapshot.type === AwsType.Snapshot) {
      const change = "encrypt the volume, or copy the snapshot with encrypted: true.";
      const state = "the snapshot is of the volume in volumeId";
      return judgeInherited("volumeId", state, change, volumeEncryption(snapshot, config, program));
    }
    const reported = flag(at(snapshot.state, "encrypted"));
    return judgeEncrypted("encrypted", flag(get(snapshot, "encrypted")), "true", reported, () =>
      snapshot.type === AwsType.SnapshotCopy
        ? copiedEncryption(
            snapshot,
            "sourceSnapshotId",
            SNAPSHOTS,
            () => inherited(snapshot, "sourceSnapshotId", config, program),
            config,
            program,
          )
        : inherited(snapshot, "snapshotId", config, program),
    );
  },
});

/** How what says nothing itself is encrypted: by the account's default, or as the snapshot in a field. */
function inherited(resource: Resource, input: string, config: EncryptionConfig, program: Program): Inherited {
  const reported = flag(at(resource.state, "encrypted"));
  const snapshotId = text(get(resource, input));
  return inheritedEncryption(
    { resource, input, snapshotId, kmsKeyId: text(get(resource, "kmsKeyId")), reported },
    config,
    program,
  );
}

/** How the volume of a snapshot is encrypted: what AWS reports, or what every volume says that it may be. */
function volumeEncryption(snapshot: Resource, config: EncryptionConfig, program: Program): Inherited {
  const reported = flag(at(snapshot.state, "encrypted"));
  if (typeof reported === "boolean") {
    return { encrypted: reported, reason: "AWS reports the snapshot as unencrypted" };
  }
  const volumes = program.sources(snapshot, "volumeId", [AwsType.Volume]);
  const answers =
    volumes === UNKNOWN
      ? []
      : deciding(volumes, text(get(snapshot, "volumeId"))).map((volume) => volumeEncrypted(volume, config, program));
  const encrypted = unanimous(answers);
  return { encrypted, reason: encrypted === false ? "that is not encrypted" : "nothing shows that it is encrypted" };
}

function volumeEncrypted(volume: Resource, config: EncryptionConfig, program: Program): boolean | Unknown {
  if (volume.type !== AwsType.Volume) {
    return UNKNOWN;
  }
  const declared = flag(at(volume.declared, "encrypted"));
  if (declared === undefined) {
    return inherited(volume, "snapshotId", config, program).encrypted;
  }
  return typeof declared === "boolean" ? declared : UNKNOWN;
}
