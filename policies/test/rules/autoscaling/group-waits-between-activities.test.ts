import rule from "../../../rules/autoscaling/group-waits-between-activities";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a group that does not wait",
    fails: { defaultCooldown: 0 },
    messages: ["defaultCooldown is 0; set it to more than 0."],
    passes: { "a minute": { defaultCooldown: 60 }, "AWS's own time": { defaultCooldown: undefined } },
  },
]);
