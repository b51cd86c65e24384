import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { IMAGE_BUILDS } from "../../model/types";

export default defineRule({
  name: "image-has-distribution",
  requires: "An image goes where a distribution configuration says, with the names and the tags that it gives.",
  fix: "Set distributionConfigurationArn.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-distribution-settings.html",
  types: IMAGE_BUILDS,
  guards: ["distributionConfigurationArn"],
  evidence: [],
  judge: (build, _config, program) =>
    mustRefer(build, "distributionConfigurationArn", "name a distribution configuration.", program),
});
