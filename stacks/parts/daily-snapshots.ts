import { SnapshotSchedule, type SnapshotScheduleArgs } from "@groundwork/snapshot-lifecycle";
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
 * @param copies Where else the snapshots are kept, and under which keys.
 */
export function dailySnapshots(
  schedule: string,
  { place, snapshots, tags }: DailySnapshotsConfig,
  copies: Pick<SnapshotScheduleArgs, "copies" | "sourceKeyArns"> = {},
): SnapshotSchedule {
  return new SnapshotSchedule(`${schedule}-daily`, {
    place,
    targetTags: backupTag(schedule),
    startTime: snapshots.startTime,
    retainDays: snapshots.retainDays,
    ...copies,
    tags,
  });
}
