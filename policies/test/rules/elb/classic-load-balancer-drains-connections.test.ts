import rule from "../../../rules/elb/classic-load-balancer-drains-connections";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that says nothing, because requests are cut off then",
    fails: {},
    messages: ["connectionDraining is not set, and AWS takes false then; set it to true."],
    passes: { "one that drains": { connectionDraining: true } },
    remediated: { connectionDraining: true },
  },
]);
