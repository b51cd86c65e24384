import rule from "../../../rules/autoscaling/group-suspends-no-process";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a group that replaces nothing, beside what the rule allows",
    settings: { allowedProcesses: ["AZRebalance"] },
    fails: { suspendedProcesses: ["AZRebalance", "ReplaceUnhealthy"] },
    messages: ["suspendedProcesses names processes that may not be suspended for good; remove them."],
    passes: { "what is allowed": { suspendedProcesses: ["AZRebalance"] }, none: { suspendedProcesses: [] } },
  },
]);
