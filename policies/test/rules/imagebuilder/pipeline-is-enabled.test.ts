import rule from "../../../rules/imagebuilder/pipeline-is-enabled";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a pipeline that is disabled, so that its AMIs grow old",
    fails: { status: "DISABLED" },
    messages: ['status is DISABLED; set it to "ENABLED".'],
    remediated: { status: "ENABLED" },
    passes: { "one that is enabled": { status: "ENABLED" }, "one that says nothing, which is": { status: undefined } },
  },
]);
