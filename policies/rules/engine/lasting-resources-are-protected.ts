import { strings } from "../../model/config";
import { Group } from "../../model/levels";
import { KEYS } from "../../model/keys";
import { defineRule } from "../../model/rule";
import { AwsType, EVERY_TYPE } from "../../model/types";
import { fail } from "../../model/verdict";

interface ProtectionConfig {
  protectedTypes: string[];
}

/** What takes data along when it goes: keys, volumes, snapshots, AMIs and vaults. */
const LASTING = [
  ...KEYS,
  ...[AwsType.Volume, AwsType.Snapshot, AwsType.SnapshotCopy, AwsType.Ami, AwsType.AmiCopy, AwsType.AmiFromInstance],
  "aws:backup/vault:Vault",
];

export default defineRule<ProtectionConfig>({
  name: "lasting-resources-are-protected",
  requires: "A resource that takes data along when it goes is protected from deletion.",
  fix: "Give the resource the option protect: true.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/deleting-keys.html",
  types: [EVERY_TYPE],
  config: {
    protectedTypes: { ...strings("The types that must be protected, by their tokens", "^\\S+$"), default: LASTING },
  },
  judge: ({ type, options }, { protectedTypes }) =>
    options.protect || !protectedTypes.includes(type)
      ? []
      : fail("protect", "The resource's option protect is not true; set it, so that no deployment deletes it."),
});
