import rule from "../../../rules/imagebuilder/image-is-tested";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an image that is not tested",
    fails: { imageTestsConfiguration: { imageTestsEnabled: false } },
    messages: ["imageTestsConfiguration.imageTestsEnabled is false; set it to true."],
    passes: {
      "one that is": { imageTestsConfiguration: { imageTestsEnabled: true } },
      "one that says nothing, which is": { imageTestsConfiguration: undefined },
    },
  },
  {
    it: "fails a pipeline that does not test",
    type: "aws:imagebuilder/imagePipeline:ImagePipeline",
    fails: { imageTestsConfiguration: { imageTestsEnabled: false } },
    messages: ["imageTestsConfiguration.imageTestsEnabled is false; set it to true."],
    passes: { "one that does": { imageTestsConfiguration: { timeoutMinutes: 60 } } },
  },
]);
