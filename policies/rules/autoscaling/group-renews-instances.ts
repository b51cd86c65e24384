import { number } from "../../model/config";
import { mustHold } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const DAY = 24 * 60 * 60;

export default defineRule<{ maximumDays: number }>({
  name: "group-renews-instances",
  requires: "An Auto Scaling group replaces each instance within a number of days.",
  fix: "Set maxInstanceLifetime to the rule's maximumDays in seconds, or less.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/asg-max-instance-lifetime.html",
  types: [AwsType.AutoScalingGroup],
  guards: ["maxInstanceLifetime"],
  config: { maximumDays: number("The most days that an instance lives", 30, 1, 365) },
  judge: (group, { maximumDays }) =>
    mustHold(
      group,
      "maxInstanceLifetime",
      (seconds) => Number(seconds) > 0 && Number(seconds) <= maximumDays * DAY,
      {
        change: `set it to ${maximumDays * DAY} or less.`,
      },
      [0],
    ),
});
