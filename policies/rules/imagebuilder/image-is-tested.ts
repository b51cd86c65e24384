import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { IMAGE_BUILDS } from "../../model/types";

export default defineRule({
  name: "image-is-tested",
  requires: "Image Builder tests an image before it distributes it.",
  fix: "Set imageTestsConfiguration: { imageTestsEnabled: true }, or leave it out.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/ibhow-workflows.html",
  types: IMAGE_BUILDS,
  guards: ["imageTestsConfiguration"],
  judge: (build) => mustBe(build, "imageTestsConfiguration.imageTestsEnabled", true, { absent: true }),
});
