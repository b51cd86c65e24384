import rule from "../../../rules/ec2/instance-is-protected-from-termination";
import { FOLLOWS, TEMPLATE } from "../../support/launch";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an instance that says nothing, because AWS protects none",
    fails: {},
    messages: ["disableApiTermination is not set, and AWS takes false then; set it to true."],
    others: [TEMPLATE],
    passes: { "one that is protected": { disableApiTermination: true }, ...FOLLOWS },
    remediated: { disableApiTermination: true },
  },
]);
