import rule from "../../../rules/ec2/ami-has-deprecation-date";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an AMI that is never deprecated",
    fails: {},
    messages: ["deprecationTime is not set; set it to a time at most two years ahead, such as 2027-06-30T00:00:00Z."],
    passes: { "one that is, one day": { deprecationTime: "2027-06-30T00:00:00Z" } },
  },
  {
    it: "fails a copy, which takes no date from its source",
    type: "aws:ec2/amiCopy:AmiCopy",
    fails: {},
    messages: ["deprecationTime is not set; set it to a time at most two years ahead, such as 2027-06-30T00:00:00Z."],
    passes: { "one that is, one day": { deprecationTime: "2027-06-30T00:00:00Z" } },
  },
]);
