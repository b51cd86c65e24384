import { mustBeSet, unless } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const CHANGE = "name a launch template: AWS adds nothing more to launch configurations.";

export default defineRule({
  name: "group-has-launch-template",
  requires: "An Auto Scaling group launches by a launch template, not by a launch configuration.",
  fix: "Name a launch template in launchTemplate or in mixedInstancesPolicy, instead of launchConfiguration.",
  severity: "medium",
  group: Group.Hygiene,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/launch-templates.html",
  controls: {
    fsbp: ["AutoScaling.9"],
    checkov: ["CKV_AWS_315"],
    prowler: ["autoscaling_group_using_ec2_launch_template"],
  },
  types: [AwsType.AutoScalingGroup],
  guards: ["launchTemplate", "mixedInstancesPolicy", "launchConfiguration"],
  judge: (group) =>
    unless(mustBeSet(group, "launchTemplate", CHANGE), mustBeSet(group, "mixedInstancesPolicy.launchTemplate", CHANGE)),
});
