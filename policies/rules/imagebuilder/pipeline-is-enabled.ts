import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "pipeline-is-enabled",
  requires: "An image pipeline is enabled.",
  fix: 'Set status: "ENABLED", or leave it out.',
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-image-pipelines.html",
  types: ["aws:imagebuilder/imagePipeline:ImagePipeline"],
  guards: ["status"],
  judge: (pipeline) => mustBe(pipeline, "status", "ENABLED", { absent: "ENABLED", known: ["DISABLED"] }),
  remediate: (properties) => (properties.status = "ENABLED"),
});
