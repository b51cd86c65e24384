import { mustBeSet } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "build-keeps-logs",
  requires: "Image Builder keeps the logs of its builds in a bucket.",
  fix: "Set logging: { s3Logs: { s3BucketName } }.",
  severity: "low",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html",
  types: BUILD_INSTANCES,
  guards: ["logging"],
  judge: (infrastructure) => mustBeSet(infrastructure, "logging.s3Logs.s3BucketName", "name a bucket."),
});
