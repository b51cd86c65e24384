export { SnapshotSchedule } from "./src/snapshot-schedule/snapshot-schedule";
export {
  ScheduledResource,
  type SnapshotCopy,
  type SnapshotScheduleArgs,
} from "./src/snapshot-schedule/snapshot-schedule-args";
