import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";
import { type PolicyAlarms } from "../alarms/alarms-args";
import { type ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";

/** When backups are made unless told otherwise: each day, in UTC. */
export const DEFAULT_BACKUP_CRON = "cron(0 3 ? * * *)";

/** When a restore is tried unless told otherwise: each first Sunday of a month, in UTC. */
export const DEFAULT_RESTORE_CRON = "cron(0 6 ? * SUN#1 *)";

/** Days back from which the backup that is restored is taken, unless told otherwise. */
export const DEFAULT_RESTORE_WINDOW_DAYS = 30;

/** A copy of each backup in another vault, of any Region and account. */
export interface BackupPlanCopy {
  /** The ARN of the other vault. Of another account, its policy has to let this one copy into it. */
  vaultArn: pulumi.Input<string>;

  /** Days for which the copy is kept, from 1 to 36500, within what the other vault allows. */
  retainDays: pulumi.Input<number>;
}

/** When backups are made, and for how long they are kept. */
export interface BackupRule {
  /** Its name, of up to 50 letters, digits, dots, hyphens and underscores, unlike that of the plan's others. */
  name: string;

  /**
   * All times in UTC, once an hour at most.
   *
   * @default "cron(0 3 ? * * *)"
   */
  cron?: pulumi.Input<string>;

  /** Days for which a backup is kept, from 1 to 36500, within what the vault's lock allows. */
  retainDays: pulumi.Input<number>;

  /**
   * Copies into other vaults, each of which is named once.
   *
   * @default - none
   */
  copies?: BackupPlanCopy[];
}

/**
 * What nobody deletes before its time. Without `irreversibleAfterDays`, whoever may administer the vault may take the lock away.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/vault-lock.html
 */
export interface VaultLock {
  /** Days for which any backup of the vault is kept at least, from 1 to 36500. */
  minRetentionDays: pulumi.Input<number>;

  /**
   * Days for which any is kept at most, from the least to 36500.
   *
   * @default - any number
   */
  maxRetentionDays?: pulumi.Input<number>;

  /**
   * Days, from 3 to 36500, after which nobody can change or remove the lock any more, AWS included, nor delete the vault while it
   * holds a backup. A mistake is then billed until the last backup ends.
   *
   * @default - never: it can be removed
   */
  irreversibleAfterDays?: pulumi.Input<number>;
}

/** A backup that is restored now and then, and deleted again: the only proof that it can be. */
export interface RestoreTesting {
  /**
   * When, in UTC.
   *
   * @default "cron(0 6 ? * SUN#1 *)"
   */
  cron?: pulumi.Input<string>;

  /**
   * Days back from which the newest backup is taken, from 1 to 365.
   *
   * @default 30
   */
  windowDays?: pulumi.Input<number>;

  /**
   * Hours for which what was restored stays, so that others can look at it, from 1 to 168.
   *
   * @default 1
   */
  validationHours?: pulumi.Input<number>;
}

/** The arguments of {@link BackupPlan}. */
export interface BackupPlanArgs {
  /** The account and the Region of the vault and of what it backs up. */
  place: Place;

  /** The KMS key that encrypts the vault, by ARN, in its Region. Another key is another vault. */
  keyArn: pulumi.Input<string>;

  /** Whether volumes or instances are backed up. */
  resource: ScheduledResource;

  /** The tags to look for, at least one; what carries any one of them is included, and case counts. */
  targetTags: Record<string, string>;

  /** When backups are made, and for how long they are kept: one to ten. */
  rules: BackupRule[];

  /**
   * Backups that nobody deletes before their time. Plain, because without it there is no lock.
   *
   * @default - whoever may delete backups may do so at any time
   */
  lock?: VaultLock;

  /**
   * Other accounts that may copy their backups into the vault, twelve digits each.
   *
   * @default - none
   */
  sourceAccountIds?: string[];

  /**
   * Restores a backup now and then.
   *
   * @default - nobody knows whether one can be restored
   */
  restoreTesting?: RestoreTesting;

  /**
   * Whom to tell that a backup, a copy or a restore failed, or that a backup is missing.
   *
   * @default - nobody
   */
  alarms?: PolicyAlarms;

  /**
   * Has Pulumi refuse to delete or replace the vault.
   *
   * @default true
   */
  protectVault?: boolean;

  /**
   * Tags for the vault, the plan, the role and the alarms; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
