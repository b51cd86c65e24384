import { inheritedEncryption, judgeEncrypted, judgeInherited, type Inherited } from "../../model/encryption";
import {
  LAUNCH_ENCRYPTION_CONFIG,
  LAUNCH_ENCRYPTION_EVIDENCE,
  type LaunchEncryptionConfig,
} from "../../model/encryption-config";
import { fieldOf, get, where } from "../../model/facts";
import { parentImage } from "../../model/image";
import { imageEncrypted } from "../../model/image-encryption";
import { Group } from "../../model/levels";
import type { Program } from "../../model/program";
import { flag, text, UNKNOWN, type Text } from "../../model/reading";
import { eachRecipeDevice, leavesRootOut, RECIPES } from "../../model/recipe-devices";
import type { Resource } from "../../model/resource";
import { defineRule } from "../../model/rule";

export default defineRule<LaunchEncryptionConfig>({
  name: "recipe-volumes-are-encrypted",
  requires: "Every volume of what Image Builder makes by a recipe is encrypted, the root volume included.",
  fix: 'Set ebs.encrypted: "true" on each of the blockDeviceMappings, the root device\'s among them.',
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html",
  types: RECIPES,
  guards: ["blockDeviceMappings", "instanceConfiguration"],
  evidence: LAUNCH_ENCRYPTION_EVIDENCE,
  config: LAUNCH_ENCRYPTION_CONFIG,
  judge: (recipe, config, program) => {
    const inherited = (snapshotId: Text, kmsKeyId: Text, origin?: () => Inherited) =>
      inheritedEncryption(
        {
          resource: recipe,
          input: "blockDeviceMappings",
          snapshotId,
          kmsKeyId,
          reported: undefined,
          ...(origin && { origin }),
        },
        config,
        program,
      );
    const parent = (): Inherited => parentEncryption(recipe, config, program);
    return [
      eachRecipeDevice(recipe, (ebs, isRoot) =>
        judgeEncrypted(fieldOf(ebs, "encrypted"), flag(get(ebs, "encrypted")), '"true"', undefined, () =>
          inherited(text(get(ebs, "snapshotId")), text(get(ebs, "kmsKeyId")), isRoot ? parent : undefined),
        ),
      ),
      where(leavesRootOut(recipe), () =>
        judgeInherited(
          "blockDeviceMappings",
          "blockDeviceMappings has no root device",
          'map it with ebs.encrypted: "true".',
          inherited(undefined, undefined, parent),
        ),
      ),
    ];
  },
});

/** How the root volume of the parent image is encrypted, which is made again where a recipe says nothing of it. */
function parentEncryption(recipe: Resource, config: LaunchEncryptionConfig, program: Program): Inherited {
  return imageEncrypted(recipe, "parentImage", parentImage(recipe), config, program) === true
    ? { encrypted: true, reason: "" }
    : { encrypted: UNKNOWN, reason: "nothing shows that the parent image's is encrypted" };
}
