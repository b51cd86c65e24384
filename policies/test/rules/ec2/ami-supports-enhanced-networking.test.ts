import rule from "../../../rules/ec2/ami-supports-enhanced-networking";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an AMI that does not say so",
    fails: {},
    messages: ["enaSupport is not set, and AWS takes false then; set it to true."],
    passes: { "one that does": { enaSupport: true } },
  },
]);
