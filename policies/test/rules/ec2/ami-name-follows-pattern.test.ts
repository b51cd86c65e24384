import rule from "../../../rules/ec2/ami-name-follows-pattern";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an AMI of another name",
    fails: { name: "my image" },
    settings: { pattern: "^[a-z]+-\\d{8}$" },
    messages: ["name is another value; name it by the pattern ^[a-z]+-\\d{8}$."],
    passes: { "one that fits": { name: "web-20260101" } },
  },
  {
    it: "fails an AMI without a name, which gets one of its own",
    type: "aws:ec2/amiFromInstance:AmiFromInstance",
    fails: {},
    settings: { pattern: "^[a-z]+-\\d{8}$" },
    messages: ["name is not set; name it by the pattern ^[a-z]+-\\d{8}$."],
    passes: { "one that fits": { name: "web-20260101" } },
  },
]);
