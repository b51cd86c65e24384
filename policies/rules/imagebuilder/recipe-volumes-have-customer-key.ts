import { CUSTOMER_KEYS, mustBeCustomerKey } from "../../model/customer-key";
import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { eachRecipeDevice, RECIPES } from "../../model/recipe-devices";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "recipe-volumes-have-customer-key",
  requires: "Every volume that a recipe of Image Builder maps is encrypted with a customer-managed key.",
  fix: 'Set ebs.encrypted: "true" and ebs.kmsKeyId, to the ARN of your key, on each of the blockDeviceMappings.',
  severity: "medium",
  group: Group.CustomerKeys,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/data-protection.html",
  controls: { checkov: ["CKV_AWS_200"] },
  types: RECIPES,
  guards: ["blockDeviceMappings", "instanceConfiguration"],
  evidence: CUSTOMER_KEYS,
  judge: (recipe, _config, program) =>
    eachRecipeDevice(recipe, (ebs) => [
      mustBe(ebs, "encrypted", true, { absent: false, change: 'set it to "true".' }),
      mustBeCustomerKey(recipe, ebs, "kmsKeyId", program),
    ]),
});
