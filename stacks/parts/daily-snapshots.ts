import { type SnapshotCopy, SnapshotSchedule, type SnapshotScheduleArgs } from "@groundwork/snapshot-lifecycle";
import { type Placed } from "../config/reader";

/** What the configuration of every environment says about its snapshots. */
interface DailySnapshotsConfig extends Placed {
  snapshots: { retainDays: number; startTime?: string | undefined };
  tags: Record<string, string>;
}

/** The tag by which a schedule finds what it snapshots; volumes that carry it are its own. */
export function backupTag(schedule: string): Record<string, string> {
  return { Backup: schedule };
}

/**
 * Snapshots each day of every volume that carries {@link backupTag}.
 *
 * @param options Where else the snapshots are kept, and under which keys; whether the policy is protected.
 */
export function dailySnapshots(
  schedule: string,
  { place, snapshots, tags }: DailySnapshotsConfig,
  options: { copies?: SnapshotCopy[] } & Pick<SnapshotScheduleArgs, "sourceKeyArns" | "protectPolicy"> = {},
): SnapshotSchedule {
  const name = `${schedule}-daily`;
  const { startTime, retainDays } = snapshots;
  const { copies, ...others } = options;
  return new SnapshotSchedule(name, {
    place,
    targetTags: backupTag(schedule),
    schedules: [{ name, startTime, retain: { days: retainDays }, copies }],
    ...others,
    tags,
  });
}
