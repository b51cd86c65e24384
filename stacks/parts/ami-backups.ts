import { AmiBackup, type AmiBackupArgs, type AmiBackupCopy, AmiConsistency } from "@groundwork/snapshot-lifecycle";
import { type WorkloadConfig } from "../config/shapes";

/** What an environment says beside its configuration. */
type Options = { copies: AmiBackupCopy[] } & Pick<AmiBackupArgs, "sourceKeyArns" | "alarms">;

/** The tag by which a backup finds the instances that it makes AMIs of: those that keep what no other instance has. */
export function amiBackupTag(environment: string): Record<string, string> {
  return { AmiBackup: environment };
}

/** AMIs, each Sunday, of every instance that carries {@link amiBackupTag}, if the configuration keeps any. */
export function amiBackups(environment: string, config: WorkloadConfig, { copies, ...options }: Options): void {
  const { place, snapshots, tags } = config;
  if (snapshots.amis === undefined) {
    return;
  }
  const { retainDays, deprecateDays } = snapshots.amis;
  new AmiBackup(`${environment}-amis`, {
    place,
    targetTags: amiBackupTag(environment),
    // Nobody expects an instance of an environment to go down for its backup.
    consistency: AmiConsistency.AsAfterPowerFailure,
    schedules: [
      {
        name: `${environment}-weekly`,
        cron: "cron(0 4 ? * SUN *)",
        retain: { days: retainDays },
        deprecate: { days: deprecateDays },
        copies,
      },
    ],
    ...options,
    tags,
  });
}
