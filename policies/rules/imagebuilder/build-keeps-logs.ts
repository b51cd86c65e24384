import { Group } from "../../model/levels";
import { mustRefer } from "../../model/reference";
import { defineRule } from "../../model/rule";
import { BUILD_INSTANCES } from "../../model/types";

export default defineRule({
  name: "build-keeps-logs",
  requires: "Image Builder keeps the logs of its builds in a bucket.",
  fix: "Set logging: { s3Logs: { s3BucketName } }.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/imagebuilder/latest/userguide/manage-infra-config.html",
  types: BUILD_INSTANCES,
  guards: ["logging"],
  evidence: [],
  judge: (infrastructure, _config, program) =>
    mustRefer(infrastructure, "logging.s3Logs.s3BucketName", "name a bucket.", program),
});
