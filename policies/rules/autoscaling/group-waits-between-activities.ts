import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "group-waits-between-activities",
  requires: "An Auto Scaling group waits between two scaling activities.",
  fix: "Leave defaultCooldown to AWS's 300 seconds, or set it to more than 0.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-scaling-cooldowns.html",
  controls: { cdkNag: ["AutoScalingGroupCooldownPeriod", "AwsSolutions-AS1"] },
  types: [AwsType.AutoScalingGroup],
  guards: ["defaultCooldown"],
  judge: (group) =>
    mustHold(group, "defaultCooldown", (seconds) => Number(seconds) > 0, {
      absent: 300,
      change: "set it to more than 0.",
    }),
});
