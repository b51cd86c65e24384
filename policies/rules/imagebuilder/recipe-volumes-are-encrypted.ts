import { inheritedEncryption, judgeEncrypted } from "../../model/encryption";
import { ENCRYPTION_CONFIG, ENCRYPTION_EVIDENCE, type EncryptionConfig } from "../../model/encryption-config";
import { fieldOf, get } from "../../model/facts";
import { Group } from "../../model/levels";
import { flag, text } from "../../model/reading";
import { eachRecipeDevice, RECIPES } from "../../model/recipe-devices";
import { defineRule } from "../../model/rule";

export default defineRule<EncryptionConfig>({
  name: "recipe-volumes-are-encrypted",
  requires: "Every volume that a recipe of Image Builder maps is encrypted, the root volume included.",
  fix: 'Set ebs.encrypted: "true" on each of the blockDeviceMappings, the root device\'s among them.',
  severity: "high",
  group: Group.Encryption,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html",
  types: RECIPES,
  guards: ["blockDeviceMappings", "instanceConfiguration"],
  evidence: ENCRYPTION_EVIDENCE,
  config: ENCRYPTION_CONFIG,
  judge: (recipe, config, program) => [
    eachRecipeDevice(recipe, (ebs) =>
      judgeEncrypted(fieldOf(ebs, "encrypted"), flag(get(ebs, "encrypted")), '"true"', undefined, () =>
        inheritedEncryption(
          {
            resource: recipe,
            input: "blockDeviceMappings",
            snapshotId: text(get(ebs, "snapshotId")),
            kmsKeyId: text(get(ebs, "kmsKeyId")),
            reported: undefined,
          },
          config,
          program,
        ),
      ),
    ),
  ],
});
