import * as backup from "@pulumi/aws/backup";
import { type Context, iamArn, nameStem, nameTag, policyDocument } from "@groundwork/core";
import { type BackupPlanArgs, type VaultLock } from "./backup-plan-args";

/** The longest name of a vault. */
const LONGEST_NAME = 50;

/** Creates the vault, with whom it lets in, and its lock. */
export function createVault(context: Context, args: BackupPlanArgs): backup.Vault {
  const { parent, name, tags } = context;
  const { place, keyArn, lock, sourceAccountIds, protectVault } = args;
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
  if (lock !== undefined) {
    new backup.VaultLockConfiguration(
      `${name}-vault-lock-configuration`,
      { backupVaultName: vault.name, ...lockInputs(lock), region },
      // Deleting one goes by the vault alone: made first, the new one would go with the old.
      { parent, deleteBeforeReplace: true },
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
