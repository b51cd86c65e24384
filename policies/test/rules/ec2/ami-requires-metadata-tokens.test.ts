import rule from "../../../rules/ec2/ami-requires-metadata-tokens";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an AMI that does not say so",
    fails: {},
    messages: ['imdsSupport is not set; set it to "v2.0".'],
    passes: { "one that does": { imdsSupport: "v2.0" } },
  },
]);
