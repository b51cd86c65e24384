import { arn, joinLists, type Place, type PolicyStatement } from "@groundwork/core";
import { keyStatements } from "../policy/service-role";
import { type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** What the schedule's role may do: copying, and the keys, only where there are copies. */
export function snapshotStatements({ place, schedules, sourceKeyArns }: SnapshotScheduleArgs): PolicyStatement[] {
  const copies = schedules.flatMap((schedule) => schedule.copies ?? []);
  const keyArns = joinLists(
    sourceKeyArns,
    copies.map((copy) => copy.keyArn),
  );
  return [
    ...baseStatements(place),
    ...(copies.length === 0
      ? []
      : [{ Effect: "Allow", Action: "ec2:CopySnapshot", Resource: "*" } as const, ...keyStatements(keyArns)]),
  ];
}

/** What any schedule does. */
function baseStatements(place: Place): PolicyStatement[] {
  return [
    {
      Effect: "Allow",
      Action: ["ec2:DescribeInstances", "ec2:DescribeVolumes", "ec2:DescribeSnapshots"],
      Resource: "*",
    },
    { Effect: "Allow", Action: ["ec2:CreateSnapshot", "ec2:CreateSnapshots"], Resource: "*" },
    {
      Effect: "Allow",
      Action: ["ec2:DeleteSnapshot", "ec2:CreateTags"],
      Resource: arn(place, { service: "ec2", region: "*", resource: "snapshot/*" }),
    },
  ];
}
