import rule from "../../../rules/imagebuilder/build-sends-notifications";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an infrastructure without a topic",
    fails: {},
    messages: ["snsTopicArn is not set; name a topic."],
    passes: { "one with it": { snsTopicArn: "arn:aws:sns:eu-west-1:111122223333:builds" } },
  },
]);
