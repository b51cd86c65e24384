import rule from "../../../rules/imagebuilder/build-instance-requires-tokens";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an infrastructure that says nothing, because tokens are optional then",
    fails: {},
    messages: ['instanceMetadataOptions.httpTokens is not set, and AWS takes optional then; set it to "required".'],
    remediated: { instanceMetadataOptions: { httpTokens: "required" } },
    passes: { "one that requires them": { instanceMetadataOptions: { httpTokens: "required" } } },
  },
  {
    it: "fails one that leaves them optional",
    fails: { instanceMetadataOptions: { httpTokens: "optional" } },
    messages: ['instanceMetadataOptions.httpTokens is optional; set it to "required".'],
    remediated: { instanceMetadataOptions: { httpTokens: "required" } },
    passes: { "one that requires them": { instanceMetadataOptions: { httpTokens: "required" } } },
  },
]);
