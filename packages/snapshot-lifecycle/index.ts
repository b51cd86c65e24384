export { ScheduledResource } from "./src/scheduled-resource";
export { SnapshotSchedule, type SnapshotCopy, type SnapshotScheduleArgs } from "./src/snapshot-schedule";
