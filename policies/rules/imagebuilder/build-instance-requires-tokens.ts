import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "build-instance-requires-tokens",
  requires: "The metadata service of Image Builder's instances answers only with a token (IMDSv2).",
  fix: 'Set instanceMetadataOptions: { httpTokens: "required" }.',
  severity: "medium",
  group: Group.MetadataService,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/security-best-practices.html",
  types: BUILD_INSTANCES,
  guards: ["instanceMetadataOptions"],
  judge: (infrastructure) =>
    mustBe(infrastructure, "instanceMetadataOptions.httpTokens", "required", {
      absent: "optional",
      known: ["optional"],
    }),
  remediate: (properties) => {
    const [options] = [(properties.instanceMetadataOptions ??= {})].flat() as [Record<string, unknown>];
    options.httpTokens = "required";
  },
});
