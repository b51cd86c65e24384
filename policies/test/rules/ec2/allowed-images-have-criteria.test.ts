import rule from "../../../rules/ec2/allowed-images-have-criteria";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a setting without a criterion, which allows every AMI",
    fails: { state: "enabled" },
    messages: ["imageCriterions is not set; say which AMIs are allowed."],
    passes: {
      "one that names providers": { imageCriterions: [{ imageProviders: ["amazon"] }] },
      "one that is off": { state: "disabled" },
    },
  },
  {
    it: "fails one whose criterion asks for nothing, or for AMIs of anybody's",
    fails: {
      state: "enabled",
      imageCriterions: [
        { imageNames: [] },
        { imageProviders: [], creationDateCondition: { maximumDaysSinceCreated: 300 } },
      ],
    },
    messages: ["imageCriterions[0] asks for nothing; say which AMIs are allowed."],
    passes: {
      "one that names providers": { imageCriterions: [{ imageProviders: ["self"] }] },
      "one that is off": { state: "disabled" },
    },
  },
]);
