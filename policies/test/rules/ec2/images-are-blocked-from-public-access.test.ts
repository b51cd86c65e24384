import rule from "../../../rules/ec2/images-are-blocked-from-public-access";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a setting that blocks nothing",
    fails: { state: "unblocked" },
    messages: ['state is unblocked; set it to "block-new-sharing".'],
    passes: { "one that blocks new sharing": { state: "block-new-sharing" } },
    remediated: { state: "block-new-sharing" },
  },
]);
