import {
  type PolicySchedule,
  type SnapshotCopy,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import { type Placed } from "../config/reader";

/** What the configuration of an environment says about its snapshots. */
interface SnapshotsConfig extends Placed {
  snapshots: {
    retainDays: number;
    startTime?: string | undefined;
    hourly?: { retainDays: number } | undefined;
    monthly?: { retainDays: number; archiveDays: number } | undefined;
  };
  tags: Record<string, string>;
}

/** What an environment says beside that. */
type Options = { copies?: SnapshotCopy[] } & Pick<SnapshotScheduleArgs, "sourceKeyArns" | "alarms" | "protectPolicy">;

/** The tag by which a schedule finds what it snapshots; volumes that carry it are its own. */
export function backupTag(schedule: string): Record<string, string> {
  return { Backup: schedule };
}

/**
 * Snapshots of every volume that carries {@link backupTag}: each day, and where the configuration says so each hour and each month,
 * those into the archive.
 *
 * @param options Where else the daily ones are kept, and under which keys; who is told; whether the policy is protected.
 */
export function scheduledSnapshots(schedule: string, config: SnapshotsConfig, options: Options = {}): SnapshotSchedule {
  const { place, snapshots, tags } = config;
  const { startTime, retainDays, hourly, monthly } = snapshots;
  const { copies, ...others } = options;
  const name = `${schedule}-daily`;
  // A schedule's name is what its snapshots are known by. Those that came later stand after it and copy no tags: they would
  // replace the policy, which alone deletes what it made.
  const later = { withoutSourceTags: true, snapshotTags: tags };
  const schedules: PolicySchedule[] = [{ name, startTime, retain: { days: retainDays }, copies }];
  if (hourly !== undefined) {
    // By a cron, too: AWS's provider sends the start time of an interval to what takes its place.
    const cron = "cron(0 * * * ? *)";
    schedules.push({ name: `${schedule}-hourly`, cron, retain: { days: hourly.retainDays }, ...later });
  }
  if (monthly !== undefined) {
    schedules.push({
      name: `${schedule}-monthly`,
      cron: "cron(0 3 1 * ? *)",
      retain: { days: monthly.retainDays },
      archive: { days: monthly.archiveDays },
      ...later,
    });
  }
  return new SnapshotSchedule(name, { place, targetTags: backupTag(schedule), schedules, ...others, tags });
}
