import * as backup from "@pulumi/aws/backup";
import type * as inputs from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { type Context, nameTag } from "@groundwork/core";
import { createBackupAlarms } from "../alarms/alarms";
import { backupAlarms, backupSource } from "./backup-alarms";
import { type BackupPlanArgs, type BackupRule, DEFAULT_BACKUP_CRON } from "./backup-plan-args";
import { checkBackupPlan } from "./backup-plan-checks";
import { createBackupRole } from "./backup-role";
import { createBackupSelections } from "./backup-selection";
import { createRestoreTesting } from "./restore-testing";
import { createVault } from "./vault";

/**
 * Backups of volumes or of instances by AWS Backup, where a vault is asked for: locked, of another account, or with restores that are
 * tried. For snapshots and AMIs alone, `SnapshotSchedule` and `AmiBackup` do. It makes no look-up.
 */
export class BackupPlan extends pulumi.ComponentResource {
  /** The ARN of the vault, to copy into from another account or Region. */
  readonly vaultArn: pulumi.Output<string>;

  /** The ARN of the plan. */
  readonly planArn: pulumi.Output<string>;

  /** The ARN of the role that AWS Backup assumes, for the policies of keys that it must use. */
  readonly roleArn: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: BackupPlanArgs, opts?: pulumi.ComponentResourceOptions) {
    checkBackupPlan(name, args);
    super("snapshot-lifecycle:index:BackupPlan", name, {}, opts);

    const { place, rules, restoreTesting, alarms, tags } = args;
    const { region } = place;
    const context: Context = { parent: this, name, tags };
    const vault = createVault(context, args);
    const role = createBackupRole(context, args);
    const plan = new backup.Plan(
      `${name}-plan`,
      { rules: rules.map((rule) => ruleInputs(rule, vault)), region, tags: nameTag(name, tags) },
      { parent: this },
    );
    createBackupSelections({ ...context, plan, role }, args);
    if (restoreTesting !== undefined) {
      createRestoreTesting({ ...context, vault, role }, args, restoreTesting);
    }

    if (alarms !== undefined) {
      const source = backupSource(region, vault, role);
      createBackupAlarms({ ...context, source }, alarms, backupAlarms(rules, alarms));
    }

    this.vaultArn = vault.arn;
    this.planArn = plan.arn;
    this.roleArn = role.role.arn;
    this.registerOutputs({ vaultArn: this.vaultArn, planArn: this.planArn, roleArn: this.roleArn });
  }
}

function ruleInputs({ name, cron, retainDays, copies }: BackupRule, vault: backup.Vault): inputs.backup.PlanRule {
  return {
    ruleName: name,
    targetVaultName: vault.name,
    schedule: cron ?? DEFAULT_BACKUP_CRON,
    lifecycle: { deleteAfter: retainDays },
    copyActions: copies?.map((copy) => ({
      destinationVaultArn: copy.vaultArn,
      lifecycle: { deleteAfter: copy.retainDays },
    })),
  };
}
