import rule from "../../../rules/imagebuilder/build-keeps-logs";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an infrastructure without logs",
    fails: {},
    messages: ["logging.s3Logs.s3BucketName is not set; name a bucket."],
    passes: { "one with a bucket for them": { logging: { s3Logs: { s3BucketName: "logs" } } } },
  },
]);
