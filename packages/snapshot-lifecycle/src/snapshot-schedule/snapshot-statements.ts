import { arn, isPlain, type Place, type PolicyStatement } from "@groundwork/core";
import { allow, copiesOf, copyKeyStatements, snapshotsOf } from "../policy/service-role";
import { scriptsStatements } from "./scripts";
import { type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** What the schedule's role may do: each thing, and each key, only where some schedule needs it. */
export function snapshotStatements({ place, schedules, sourceKeyArns }: SnapshotScheduleArgs): PolicyStatement[] {
  const copies = schedules.flatMap((schedule) => schedule.copies ?? []);
  const documents = schedules.flatMap(({ scripts }) => (scripts === undefined ? [] : [scripts.document]));
  const snapshots = snapshotsOf(place);
  const archives = schedules.some(({ archive }) => archive !== undefined);
  const encrypted = sourceKeyArns !== undefined && !(isPlain(sourceKeyArns) && sourceKeyArns.length === 0);
  return [
    ...snapshotCreation(place),
    ...(copies.length === 0 ? [] : [allow("ec2:CopySnapshot", copiesOf(place))]),
    // The archive reads what it keeps, as a copy does.
    ...(copies.length > 0 || (archives && encrypted) ? copyKeyStatements(sourceKeyArns, copies) : []),
    ...(archives ? [allow("ec2:ModifySnapshotTier", snapshots), allow("ec2:DescribeSnapshotTierStatus", "*")] : []),
    ...(schedules.some(({ fastRestore }) => fastRestore !== undefined)
      ? [
          allow(["ec2:EnableFastSnapshotRestores", "ec2:DisableFastSnapshotRestores"], snapshots),
          allow("ec2:DescribeFastSnapshotRestores", "*"),
        ]
      : []),
    ...(schedules.some(({ sharing }) => sharing !== undefined)
      ? [allow(["ec2:ModifySnapshotAttribute", "ec2:DescribeSnapshotAttribute"], snapshots)]
      : []),
    ...(documents.length === 0 ? [] : scriptsStatements(place, documents)),
  ];
}

/** What any policy does that makes snapshots. */
export function snapshotCreation(place: Place): PolicyStatement[] {
  const { accountId, region } = place;
  const own = (resource: string) => arn(place, { service: "ec2", region, accountId, resource });
  return [
    allow(["ec2:DescribeInstances", "ec2:DescribeVolumes", "ec2:DescribeSnapshots"], "*"),
    allow(["ec2:CreateSnapshot", "ec2:CreateSnapshots"], [own("instance/*"), own("volume/*"), snapshotsOf(place)]),
    allow(["ec2:DeleteSnapshot", "ec2:CreateTags"], snapshotsOf(place)),
  ];
}
