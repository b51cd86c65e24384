import { EncryptionKey } from "@groundwork/encryption";
import { type SnapshotCopy } from "@groundwork/snapshot-lifecycle";
import { type WorkloadConfig } from "../config/shapes";

/**
 * The copies of an environment's snapshots, and the key that encrypts them in their Region: keys do not leave theirs.
 *
 * @param environment The environment's name.
 */
export function backupCopies(environment: string, { place, snapshots, tags }: WorkloadConfig): SnapshotCopy[] {
  if (snapshots.copy === undefined) {
    return [];
  }
  const { region, retainDays } = snapshots.copy;
  const key = new EncryptionKey(`${environment}-copies`, {
    place: { ...place, region },
    description: `Encrypts the copies of the snapshots of ${environment}`,
    tags,
  });
  return [{ region, keyArn: key.keyArn, retainDays }];
}
