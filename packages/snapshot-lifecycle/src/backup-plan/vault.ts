import * as backup from "@pulumi/aws/backup";
import { type Context, iamArn, nameStem, nameTag, policyDocument } from "@groundwork/core";
import { type BackupPlanArgs, type VaultLock } from "./backup-plan-args";

/** The longest name of a vault. */
const LONGEST_NAME = 50;

/** What a vault's topic is told of: what went wrong. */
const EVENTS = ["BACKUP_JOB_FAILED", "COPY_JOB_FAILED", "RESTORE_JOB_COMPLETED", "BACKUP_JOB_EXPIRED"];

/** Creates the vault, with whom it lets in, whom it tells, and its lock. */
export function createVault(context: Context, args: BackupPlanArgs): backup.Vault {
  const { parent, name, tags } = context;
  const { place, keyArn, lock, sourceAccountIds, topicArn, protectVault } = args;
  const { region } = place;
  const vault = new backup.Vault(
    nameStem(`${name}-vault`, LONGEST_NAME),
    { kmsKeyArn: keyArn, region, tags: nameTag(name, tags) },
    { parent, protect: protectVault ?? true },
  );
  if (sourceAccountIds !== undefined) {
    const policy = policyDocument({
      Effect: "Allow",
      Principal: { AWS: sourceAccountIds.map((accountId) => iamArn(place, "root", accountId)) },
      Action: "backup:CopyIntoBackupVault",
      Resource: "*",
    });
    new backup.VaultPolicy(`${name}-vault-policy`, { backupVaultName: vault.name, policy, region }, { parent });
  }
  // Deleting one goes by the vault alone: made first, the new one would go with the old.
  const oneForVault = { parent, deleteBeforeReplace: true };
  if (topicArn !== undefined) {
    new backup.VaultNotifications(
      `${name}-vault-notifications`,
      { backupVaultName: vault.name, backupVaultEvents: EVENTS, snsTopicArn: topicArn, region },
      oneForVault,
    );
  }
  if (lock !== undefined) {
    new backup.VaultLockConfiguration(
      `${name}-vault-lock-configuration`,
      { backupVaultName: vault.name, ...lockInputs(lock), region },
      oneForVault,
    );
  }
  return vault;
}

function lockInputs({
  minRetentionDays,
  maxRetentionDays,
  irreversibleAfterDays,
}: VaultLock): Omit<backup.VaultLockConfigurationArgs, "backupVaultName"> {
  return { minRetentionDays, maxRetentionDays, changeableForDays: irreversibleAfterDays };
}
