import { strings } from "../../model/config";
import { is, mustHold, not, where } from "../../model/facts";
import { matches } from "../../model/image";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { eachVolume, KEYED_VOLUMES, VOLUME_INPUTS } from "../../model/volumes";

interface KeyConfig {
  allowedKeys: string[];
}

/** Copies that name a key as a volume does. */
const COPIES: string[] = [AwsType.SnapshotCopy, AwsType.AmiCopy];

export default defineRule<KeyConfig>({
  name: "volume-key-is-allowed",
  requires: "An EBS volume, or a copy of a snapshot or an AMI, is encrypted with a key that the configuration allows.",
  fix: "Set kmsKeyId to one of the rule's allowedKeys.",
  severity: "medium",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption-requirements.html",
  controls: { awsguard: ["encryptedVolumes"] },
  types: [...KEYED_VOLUMES, ...COPIES],
  guards: VOLUME_INPUTS,
  config: {
    allowedKeys: strings(
      "The keys that may encrypt, by ARN or alias, in which * stands for any text without a slash; empty: every key",
      "^(arn:|alias/)\\S+$",
    ),
  },
  judge: (resource, { allowedKeys }) => {
    const isAllowed = (key: unknown) =>
      allowedKeys.some((pattern) => matches(pattern, String(key)) || pattern.endsWith(`/${String(key)}`));
    const change = "name one of the rule's allowedKeys.";
    const judge = (volume: Parameters<typeof mustHold>[0]) =>
      where(allowedKeys.length > 0 && not(is(volume, "encrypted", false)), () =>
        mustHold(volume, "kmsKeyId", isAllowed, { change }),
      );
    return COPIES.includes(resource.type) ? judge(resource) : eachVolume(resource, judge);
  },
});
