import rule from "../../../rules/autoscaling/group-sends-notifications";
import type { Registration } from "../../support/pack";
import { describeRule } from "../../support/table";

const untold = (event: string) =>
  `Nobody is told of autoscaling:EC2_INSTANCE_${event}; add it to a Notification for the group. (end)`;
const notification = (name: string, ...events: string[]): Registration => ({
  type: "aws:autoscaling/notification:Notification",
  name,
  inputs: { notifications: events.map((event) => `autoscaling:EC2_INSTANCE_${event}`) },
  sources: { groupNames: ["it"] },
});

describeRule(rule, [
  {
    it: "fails a group of which nobody is told",
    fails: {},
    messages: ["LAUNCH", "LAUNCH_ERROR", "TERMINATE", "TERMINATE_ERROR"].map(untold),
    passes: {},
    passesWith: {
      "one that tells all, by two notifications": [
        notification("launches", "LAUNCH", "LAUNCH_ERROR"),
        notification("terminations", "TERMINATE", "TERMINATE_ERROR"),
      ],
    },
  },
  {
    it: "fails a group that tells of errors only",
    fails: {},
    later: [notification("errors", "LAUNCH_ERROR", "TERMINATE_ERROR")],
    messages: ["LAUNCH", "TERMINATE"].map(untold),
    passes: {},
    passesWith: { "one that tells of the rest, too": [notification("rest", "LAUNCH", "TERMINATE")] },
  },
]);
