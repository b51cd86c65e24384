import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { IMAGE_BUILDS } from "../../model/types";

export default defineRule({
  name: "image-is-scanned",
  requires: "An image is scanned for vulnerabilities while Image Builder makes it.",
  fix: "Set imageScanningConfiguration: { imageScanningEnabled: true }; it needs Amazon Inspector.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/image-vulnerability-mgmt.html",
  types: IMAGE_BUILDS,
  guards: ["imageScanningConfiguration"],
  judge: (build) => mustBe(build, "imageScanningConfiguration.imageScanningEnabled", true, { absent: false }),
});
