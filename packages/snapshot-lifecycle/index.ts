export { type Retention } from "./src/policy/retention-args";
export { SnapshotSchedule } from "./src/snapshot-schedule/snapshot-schedule";
export {
  type PolicySchedule,
  ScheduledResource,
  type SnapshotCopy,
  type SnapshotScheduleArgs,
} from "./src/snapshot-schedule/snapshot-schedule-args";
