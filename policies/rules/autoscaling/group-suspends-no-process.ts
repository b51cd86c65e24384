import { strings } from "../../model/config";
import { anyOf, get, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { AwsType } from "../../model/types";
import { fail } from "../../model/verdict";

export default defineRule<{ allowedProcesses: string[] }>({
  name: "group-suspends-no-process",
  requires: "An Auto Scaling group has no process suspended.",
  fix: "Remove the process from suspendedProcesses; suspend one by hand, for as long as it takes.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/autoscaling/ec2/userguide/ec2-auto-scaling-suspend-resume-processes.html",
  types: [AwsType.AutoScalingGroup],
  guards: ["suspendedProcesses"],
  config: { allowedProcesses: strings("The processes that may be suspended for good", "^[A-Za-z]+$") },
  judge: (group, { allowedProcesses }) => {
    const suspended = list(get(group, "suspendedProcesses"));
    const wrong =
      suspended === UNKNOWN
        ? UNKNOWN
        : anyOf(
            ...suspended.map((name) =>
              name === UNKNOWN ? UNKNOWN : !allowedProcesses.some((allowed) => allowed === name),
            ),
          );
    return where(wrong, () =>
      fail("suspendedProcesses", "suspendedProcesses names processes that may not be suspended for good; remove them."),
    );
  },
});
