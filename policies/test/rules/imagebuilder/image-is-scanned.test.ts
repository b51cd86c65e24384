import rule from "../../../rules/imagebuilder/image-is-scanned";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an image that is not scanned",
    fails: {},
    messages: ["imageScanningConfiguration.imageScanningEnabled is not set, and AWS takes false then; set it to true."],
    passes: { "one that is": { imageScanningConfiguration: { imageScanningEnabled: true } } },
  },
  {
    it: "fails a pipeline that does not scan",
    type: "aws:imagebuilder/imagePipeline:ImagePipeline",
    fails: { imageScanningConfiguration: { imageScanningEnabled: false } },
    messages: ["imageScanningConfiguration.imageScanningEnabled is false; set it to true."],
    passes: { "one that does": { imageScanningConfiguration: { imageScanningEnabled: true } } },
  },
]);
