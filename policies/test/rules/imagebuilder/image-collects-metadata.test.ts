import rule from "../../../rules/imagebuilder/image-collects-metadata";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an image of which nothing is recorded",
    fails: { enhancedImageMetadataEnabled: false },
    messages: ["enhancedImageMetadataEnabled is false; set it to true."],
    passes: {
      "one of which it is": { enhancedImageMetadataEnabled: true },
      "one that says nothing, of which it is": { enhancedImageMetadataEnabled: undefined },
    },
  },
]);
