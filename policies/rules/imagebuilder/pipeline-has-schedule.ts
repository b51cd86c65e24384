import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "pipeline-has-schedule",
  requires: "An image pipeline runs by a schedule, so that its AMIs are never old.",
  fix: "Set schedule: { scheduleExpression }.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/cron-expressions.html",
  types: ["aws:imagebuilder/imagePipeline:ImagePipeline"],
  guards: ["schedule"],
  judge: (pipeline) =>
    mustBeSet(pipeline, "schedule.scheduleExpression", "set it to a cron expression, such as cron(0 4 ? * sun *)."),
});
