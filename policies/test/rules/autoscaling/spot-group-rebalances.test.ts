import rule from "../../../rules/autoscaling/spot-group-rebalances";
import { describeRule } from "../../support/table";

const spot = (onDemandPercentageAboveBaseCapacity: number) => ({
  mixedInstancesPolicy: { instancesDistribution: { onDemandPercentageAboveBaseCapacity } },
});

describeRule(rule, [
  {
    it: "fails a group with Spot Instances that says nothing",
    fails: spot(50),
    messages: ["capacityRebalance is not set, and AWS takes false then; set it to true."],
    passes: { "one that replaces them in time": { capacityRebalance: true }, "on-demand instances alone": spot(100) },
  },
]);
