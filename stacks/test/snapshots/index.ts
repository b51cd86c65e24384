import { EncryptionKey } from "@groundwork/encryption";
import {
  AmiBackup,
  AmiConsistency,
  BackupPlan,
  DefaultBackup,
  RecycleBin,
  RecycledResource,
  ScheduledResource,
  SharedSnapshotCopies,
  SnapshotSchedule,
} from "@groundwork/snapshot-lifecycle";

const place = { accountId: "444455556666", region: "eu-west-1" };
const { keyArn } = new EncryptionKey("volumes", { place, description: "Encrypts volumes" });
const { keyArn: copyKeyArn } = new EncryptionKey("copies", {
  place: { ...place, region: "eu-central-1" },
  description: "Encrypts copies",
});

const topicArns = ["arn:aws:sns:eu-west-1:444455556666:backups"];
const copies = [{ region: "eu-central-1", keyArn: copyKeyArn, retainDays: 35 }];
const schedules = [{ name: "daily", retain: { days: 7 }, copies }];
const backups = { place, schedules, sourceKeyArns: [keyArn], alarms: { topicArns } };

new SnapshotSchedule("nightly", { ...backups, targetTags: { Backup: "nightly" } });
new AmiBackup("web", { ...backups, targetTags: { Backup: "web" }, consistency: AmiConsistency.RebootsInstances });
new DefaultBackup("volumes", { place, resource: ScheduledResource.Volume });
new DefaultBackup("instances", { place, resource: ScheduledResource.Instance });
new SharedSnapshotCopies("theirs", {
  place,
  ownerAccountIds: ["777788889999"],
  copies,
  sourceKeyArns: ["arn:aws:kms:eu-west-1:777788889999:key/theirs"],
});
new BackupPlan("vault", {
  place,
  keyArn,
  resource: ScheduledResource.Instance,
  targetTags: { Backup: "vault" },
  rules: [{ name: "daily", retainDays: 35 }],
  lock: { minRetentionDays: 35 },
  restoreTesting: {},
  alarms: { topicArns },
});
new RecycleBin("snapshots", { place, resource: RecycledResource.Snapshot, retainDays: 14 });
