import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { IMAGE_BUILDS } from "../../model/types";

export default defineRule({
  name: "image-collects-metadata",
  requires: "Image Builder records which packages and which system an image has.",
  fix: "Set enhancedImageMetadataEnabled: true, or leave it out.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-pipelines.html",
  types: IMAGE_BUILDS,
  guards: ["enhancedImageMetadataEnabled"],
  judge: (build) => mustBe(build, "enhancedImageMetadataEnabled", true, { absent: true }),
});
