export { type PolicyAlarms } from "./src/alarms/alarms-args";
export { AmiBackup } from "./src/ami-backup/ami-backup";
export {
  type AmiBackupArgs,
  type AmiBackupCopy,
  AmiConsistency,
  type AmiSchedule,
} from "./src/ami-backup/ami-backup-args";
export * from "./src/forecast";
export { type Retention } from "./src/policy/retention-args";
export {
  type FastRestore,
  type PolicySchedule,
  type SnapshotCopy,
  type SnapshotSharing,
  VariableTag,
} from "./src/snapshot-schedule/policy-schedule-args";
export { ScriptStage, type SnapshotScripts } from "./src/snapshot-schedule/scripts-args";
export { SnapshotSchedule } from "./src/snapshot-schedule/snapshot-schedule";
export { ScheduledResource, type SnapshotScheduleArgs } from "./src/snapshot-schedule/snapshot-schedule-args";
