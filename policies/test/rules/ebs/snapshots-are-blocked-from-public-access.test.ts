import rule from "../../../rules/ebs/snapshots-are-blocked-from-public-access";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a setting that blocks nothing",
    fails: { state: "unblocked" },
    messages: ['state is unblocked; set it to "block-all-sharing".'],
    remediated: { state: "block-all-sharing" },
    passes: {
      "one that blocks all sharing": { state: "block-all-sharing" },
      "one that blocks new sharing": { state: "block-new-sharing" },
    },
  },
]);
