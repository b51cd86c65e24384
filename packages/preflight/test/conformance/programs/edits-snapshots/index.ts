import {
  AmiBackup,
  type AmiBackupArgs,
  AmiConsistency,
  DefaultBackup,
  type DefaultBackupArgs,
  ScheduledResource,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import * as pulumi from "@pulumi/pulumi";

/** Arguments with what the configuration gives beside or instead of them. */
function changed<T extends object>(args: T, component: string): T {
  return { ...args, ...new pulumi.Config(component).getObject<Partial<T>>("change") };
}

const place = { accountId: "123456789012", region: "eu-central-1" };
const keyArn = (region: string) => `arn:aws:kms:${region}:123456789012:key/one`;
const copies = [{ region: "eu-west-1", keyArn: keyArn("eu-west-1"), retainDays: 35 }];
const sourceKeyArns = [keyArn("eu-central-1")];
const schedules = [{ name: "daily", retain: { days: 7 }, copies }];

new SnapshotSchedule(
  "nightly",
  changed<SnapshotScheduleArgs>({ place, targetTags: { Backup: "daily" }, schedules, sourceKeyArns }, "schedule"),
);

new AmiBackup(
  "web",
  changed<AmiBackupArgs>(
    {
      place,
      targetTags: { AmiBackup: "web" },
      consistency: AmiConsistency.RebootsInstances,
      schedules,
      sourceKeyArns,
    },
    "amis",
  ),
);

new DefaultBackup("all", changed<DefaultBackupArgs>({ place, resource: ScheduledResource.Volume }, "all"));
