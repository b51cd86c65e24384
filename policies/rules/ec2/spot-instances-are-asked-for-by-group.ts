import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "spot-instances-are-asked-for-by-group",
  requires:
    "Spot Instances come from an Auto Scaling group or an EC2 Fleet, because AWS no longer invests in the old API.",
  fix: "Use an autoscaling.Group with a mixedInstancesPolicy, or an ec2.Fleet.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/spot-best-practices.html",
  types: [AwsType.SpotInstanceRequest, AwsType.SpotFleetRequest],
  judge: () => fail("", "The resource uses the old API for Spot Instances; use an Auto Scaling group or an EC2 Fleet."),
});
