export { type PolicyAlarms } from "./src/alarms/alarms-args";
export { AmiBackup } from "./src/ami-backup/ami-backup";
export {
  type AmiBackupArgs,
  type AmiBackupCopy,
  AmiConsistency,
  type AmiSchedule,
} from "./src/ami-backup/ami-backup-args";
export * from "./src/forecast";
export { BackupPlan } from "./src/backup-plan/backup-plan";
export {
  type BackupPlanArgs,
  type BackupPlanCopy,
  type BackupRule,
  type RestoreTesting,
  type VaultLock,
} from "./src/backup-plan/backup-plan-args";
export { DefaultBackup } from "./src/default-backup/default-backup";
export { type DefaultBackupArgs, VolumeType } from "./src/default-backup/default-backup-args";
export { type Retention } from "./src/policy/retention-args";
export { RecycleBin } from "./src/recycle-bin/recycle-bin";
export { RecycledResource, type RecycleBinArgs } from "./src/recycle-bin/recycle-bin-args";
export { SharedSnapshotCopies } from "./src/shared-snapshot-copies/shared-snapshot-copies";
export {
  type SharedSnapshotCopiesArgs,
  type SharedSnapshotCopy,
} from "./src/shared-snapshot-copies/shared-snapshot-copies-args";
export {
  type FastRestore,
  type PolicySchedule,
  type SnapshotCopy,
  type SnapshotSharing,
  VariableTag,
} from "./src/snapshot-schedule/policy-schedule-args";
export { type ScheduleForecast } from "./src/snapshot-schedule/schedule-forecast-args";
export { ScriptStage, type SnapshotScripts } from "./src/snapshot-schedule/scripts-args";
export { SnapshotSchedule } from "./src/snapshot-schedule/snapshot-schedule";
export { ScheduledResource, type SnapshotScheduleArgs } from "./src/snapshot-schedule/snapshot-schedule-args";
