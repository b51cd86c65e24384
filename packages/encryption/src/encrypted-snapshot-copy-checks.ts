import { Checks, isPlain } from "@groundwork/core";
import { checkCopy } from "./copy-checks";
import { type EncryptedSnapshotCopyArgs } from "./encrypted-snapshot-copy-args";

/** AWS completes copies by the quarter of an hour. */
const STEP_MINUTES = 15;

/**
 * Checks the arguments of a snapshot's copy.
 *
 * @throws ConfigError with every mistake.
 */
export function checkEncryptedSnapshotCopy(name: string, args: EncryptedSnapshotCopyArgs): void {
  const { sourceSnapshotId, completionMinutes } = args;
  const checks = new Checks("EncryptedSnapshotCopy", name);
  checks.matches("sourceSnapshotId", sourceSnapshotId, /^snap-[0-9a-f]{8,17}$/, "a snapshot's id", "copy it from EC2");
  checkCopy(checks, args, args.accountIds !== undefined);
  if (completionMinutes !== undefined && isPlain(completionMinutes)) {
    checks.that(
      completionMinutes % STEP_MINUTES === 0 && completionMinutes >= STEP_MINUTES && completionMinutes <= 2880,
      "completionMinutes",
      completionMinutes,
      "a multiple of 15 from 15 to 2880 minutes",
      "pass a number of quarters of an hour",
    );
  }
  checks.done();
}
