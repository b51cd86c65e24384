export { SnapshotSchedule } from "./src/snapshot-schedule";
export { ScheduledResource, type SnapshotCopy, type SnapshotScheduleArgs } from "./src/snapshot-schedule-args";
