import { SnapshotSchedule } from "@groundwork/snapshot-lifecycle";

const schedule = new SnapshotSchedule("nightly", {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  schedules: [{ name: "daily", retain: { days: 7 } }],
});

export const policyId = schedule.policyId;
