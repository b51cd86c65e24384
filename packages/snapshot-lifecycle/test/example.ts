import { SnapshotSchedule } from "@groundwork/snapshot-lifecycle";

const schedule = new SnapshotSchedule("nightly", {
  accountId: "111122223333",
  targetTags: { Backup: "daily" },
  retainDays: 7,
});

export const policyId = schedule.policyId;
