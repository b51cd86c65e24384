import rule from "../../../rules/lb/target-group-drains-in-time";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a target group that cuts requests off",
    fails: { deregistrationDelay: 0 },
    messages: ["deregistrationDelay is 0; set it to 1 to 300 seconds."],
    passes: {
      "one that lets them end": { deregistrationDelay: "30" },
      "one that says nothing, because AWS waits five minutes then": { deregistrationDelay: undefined },
      "a function": { targetType: "lambda" },
    },
  },
  {
    it: "fails one that keeps targets too long",
    type: "aws:alb/targetGroup:TargetGroup",
    fails: { deregistrationDelay: 3600 },
    messages: ["deregistrationDelay is 3600; set it to 1 to 300 seconds."],
    passes: { "five minutes": { deregistrationDelay: 300 } },
  },
  {
    it: "fails the default where the configuration asks for less, and for a slow start",
    fails: { protocol: "HTTP", deregistrationDelay: 60 },
    settings: { maximumSeconds: 120, minimumSlowStartSeconds: 30 },
    messages: ["slowStart is not set, and AWS takes 0 then; set it to at least 30 seconds."],
    passes: {
      "a slow start": { slowStart: 30 },
      "another protocol, which has none": { protocol: "TCP" },
    },
  },
]);
