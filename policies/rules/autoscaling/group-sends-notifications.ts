import { anyOf, get, mustHave } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";

const NOTIFICATION = "aws:autoscaling/notification:Notification";
const EVENTS = ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"].map(
  (event) => `autoscaling:EC2_INSTANCE_${event}`,
);

export default defineRule({
  name: "group-sends-notifications",
  requires: "An Auto Scaling group tells of each launch and termination, and of those that fail.",
  fix: "Add an autoscaling.Notification with the group's name among groupNames, and all four notifications.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-sns-notifications.html",
  controls: { cdkNag: ["AutoScalingGroupScalingNotifications", "AwsSolutions-AS3"] },
  types: [AwsType.AutoScalingGroup],
  evidence: [NOTIFICATION],
  judge: (group, _config, program) =>
    EVENTS.map((event) =>
      mustHave(
        event,
        program.dependents(group, [NOTIFICATION], "groupNames"),
        (notification) => {
          const told = list(get(notification, "notifications"));
          return told === UNKNOWN ? UNKNOWN : anyOf(...told.map((one) => (one === UNKNOWN ? UNKNOWN : one === event)));
        },
        `Nobody is told of ${event}; add it to a Notification for the group.`,
      ),
    ),
});
