import rule from "../../../rules/imagebuilder/image-has-distribution";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an image without one",
    fails: {},
    messages: ["distributionConfigurationArn is not set; name a distribution configuration."],
    passes: {
      "one with it": {
        distributionConfigurationArn: "arn:aws:imagebuilder:eu-west-1:111122223333:distribution-configuration/web",
      },
    },
  },
  {
    it: "fails a pipeline without one",
    type: "aws:imagebuilder/imagePipeline:ImagePipeline",
    fails: {},
    messages: ["distributionConfigurationArn is not set; name a distribution configuration."],
    passes: {
      "one with it": {
        distributionConfigurationArn: "arn:aws:imagebuilder:eu-west-1:111122223333:distribution-configuration/web",
      },
    },
  },
]);
