import rule from "../../../rules/ec2/interfaces-check-source-and-destination";
import { describeRule } from "../../support/table";

describeRule(
  rule,
  rule.types.map((type) => ({
    it: `fails a ${type.split(":")[2]} that does not check`,
    type,
    fails: { sourceDestCheck: false },
    messages: ["sourceDestCheck is false; set it to true."],
    passes: {
      "one that checks": { sourceDestCheck: true },
      "one that says nothing, because AWS checks": { sourceDestCheck: undefined },
    },
    remediated: { sourceDestCheck: true },
  })),
);
