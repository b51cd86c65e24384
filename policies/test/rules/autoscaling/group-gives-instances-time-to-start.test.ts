import rule from "../../../rules/autoscaling/group-gives-instances-time-to-start";
import { describeRule } from "../../support/table";

const change = "set it to the seconds that an instance takes to start.";

describeRule(rule, [
  {
    it: "fails a group that leaves the time to the provider",
    fails: { healthCheckType: "ELB" },
    messages: [`healthCheckGracePeriod is not set; ${change}`],
    passes: { "a time": { healthCheckGracePeriod: 120 }, "EC2's checks": { healthCheckType: "EC2" } },
  },
  {
    it: "fails a group that gives none",
    fails: { healthCheckType: "ELB", healthCheckGracePeriod: 0 },
    messages: [`healthCheckGracePeriod is 0; ${change}`],
    passes: { "a time": { healthCheckGracePeriod: 120 } },
  },
]);
