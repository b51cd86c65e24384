import { is, mustHold, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

export default defineRule({
  name: "group-gives-instances-time-to-start",
  requires:
    "An Auto Scaling group that heeds a load balancer's health checks says how long an instance may take to start.",
  fix: "Set healthCheckGracePeriod to the seconds that an instance takes.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/health-check-grace-period.html",
  controls: { cdkNag: ["AutoScalingGroupHealthCheck", "AwsSolutions-AS2"] },
  types: [AwsType.AutoScalingGroup],
  guards: ["healthCheckGracePeriod"],
  judge: (group) =>
    where(is(group, "healthCheckType", "ELB", "EC2"), () =>
      mustHold(
        group,
        "healthCheckGracePeriod",
        (seconds) => Number(seconds) > 0,
        {
          change: "set it to the seconds that an instance takes to start.",
        },
        [0],
      ),
    ),
});
