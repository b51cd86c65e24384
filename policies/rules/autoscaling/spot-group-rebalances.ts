import { get, mustBe, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { number, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const SHARE = "mixedInstancesPolicy.instancesDistribution.onDemandPercentageAboveBaseCapacity";

export default defineRule({
  name: "spot-group-rebalances",
  requires: "An Auto Scaling group with Spot Instances replaces those that are about to be taken away.",
  fix: "Set capacityRebalance: true.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-capacity-rebalancing.html",
  controls: { prowler: ["autoscaling_group_capacity_rebalance_enabled"] },
  types: [AwsType.AutoScalingGroup],
  guards: ["capacityRebalance"],
  judge: (group) => {
    const mixed = get(group, "mixedInstancesPolicy");
    const share = number(get(group, SHARE));
    const spot = mixed === UNKNOWN || share === UNKNOWN ? UNKNOWN : typeof share === "number" && share < 100;
    return where(spot, () => mustBe(group, "capacityRebalance", true, { absent: false }));
  },
});
