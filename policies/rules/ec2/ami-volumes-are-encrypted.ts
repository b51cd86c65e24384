import { inheritedEncryption, judgeEncrypted, judgeInherited, type Inherited } from "../../model/encryption";
import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { unanimous } from "../../model/evidence";
import { each, fieldOf, get, type Subject } from "../../model/facts";
import { judgeLaunchedVolumes } from "../../model/launch-encryption";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { flag, text, UNKNOWN, type Unknown } from "../../model/reading";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { flatten, Verdict, type Fact } from "../../model/verdict";

export default defineRule<LaunchEncryptionConfig>({
  name: "ami-volumes-are-encrypted",
  requires: "Every volume of an AMI that a program registers is encrypted.",
  fix: "Register encrypted snapshots, or set encrypted: true; make an AMI only of an instance whose volumes are encrypted.",
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/AMIEncryption.html",
  controls: { checkov: ["CKV_AWS_204"] },
  types: [AwsType.Ami, AwsType.AmiFromInstance],
  guards: ["ebsBlockDevices"],
  evidence: [...LAUNCH_ENCRYPTION_EVIDENCE, AwsType.Instance],
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: (ami, config, program) =>
    ami.type === AwsType.Ami
      ? each(ami, "ebsBlockDevices", (device) => judgeDevice(ami, device, config, program))
      : judgeInherited(
          "sourceInstanceId",
          "the AMI is of the instance in sourceInstanceId",
          "make it of an instance whose volumes all are.",
          instanceEncryption(ami, config, program),
        ),
});

function judgeDevice(ami: Resource, device: Subject, config: LaunchEncryptionConfig, program: Program): Fact {
  return judgeEncrypted(fieldOf(device, "encrypted"), flag(get(device, "encrypted")), "true", undefined, () =>
    inheritedEncryption(
      {
        resource: ami,
        input: "ebsBlockDevices",
        snapshotId: text(get(device, "snapshotId")),
        kmsKeyId: undefined,
        reported: undefined,
      },
      config,
      program,
    ),
  );
}

/** Whether the volumes of the instance are encrypted from which an AMI is made. */
function instanceEncryption(ami: Resource, config: LaunchEncryptionConfig, program: Program): Inherited {
  const instances = program.sources(ami, "sourceInstanceId", [AwsType.Instance]);
  const answers = instances === UNKNOWN ? [] : instances.map((instance) => volumesOf(instance, config, program));
  const encrypted = unanimous(answers);
  return {
    encrypted,
    reason:
      encrypted === false ? "not all of its volumes are encrypted" : "nothing shows that its volumes are encrypted",
  };
}

function volumesOf(instance: Resource, config: LaunchEncryptionConfig, program: Program): boolean | Unknown {
  if (instance.type !== AwsType.Instance) {
    return UNKNOWN;
  }
  const verdicts = flatten(judgeLaunchedVolumes(instance, config, program)).map(({ verdict }) => verdict);
  return verdicts.includes(Verdict.Fail) ? false : verdicts.includes(Verdict.Unknown) ? UNKNOWN : true;
}
