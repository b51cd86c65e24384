import type * as backup from "@pulumi/aws/backup";
import * as pulumi from "@pulumi/pulumi";
import { type AlarmSource, missing, missingHours, type Watched } from "../alarms/alarms";
import { type PolicyAlarms } from "../alarms/alarms-args";
import { type BackupRule, DEFAULT_BACKUP_CRON } from "./backup-plan-args";
import { type BackupRole } from "./backup-role";

/** How a job ends that does not do what it should. */
const FAILED = ["FAILED", "ABORTED", "EXPIRED", "PARTIAL"];

/**
 * What the alarms of a plan are of: its vault, and the jobs that run under its role.
 *
 * @see https://docs.aws.amazon.com/aws-backup/latest/devguide/eventbridge.html
 */
export function backupSource(region: string, vault: backup.Vault, { role }: BackupRole): AlarmSource {
  return {
    region,
    namespace: "AWS/Backup",
    dimensions: { BackupVaultName: vault.name },
    eventPattern: pulumi.jsonStringify({
      source: ["aws.backup"],
      "detail-type": ["Backup Job State Change", "Copy Job State Change", "Restore Job State Change"],
      // A restore calls it its status.
      detail: { iamRoleArn: [role.arn], $or: [{ state: FAILED }, { status: FAILED }] },
    }),
    says: "a backup, a copy or a restore failed",
  };
}

/** The hour within which AWS Backup starts, the three within which it is done, and one more. */
const SLACK_HOURS = 5;

/** What the alarms of a plan watch: that something is made at all. */
export function backupAlarms(rules: BackupRule[], alarms: PolicyAlarms): Watched[] {
  const schedules = rules.map(({ cron }) => ({ cron: cron ?? DEFAULT_BACKUP_CRON }));
  return missing(
    { role: "backup-missing", metricName: "NumberOfBackupJobsCompleted", says: "no new backup" },
    missingHours(alarms, schedules, SLACK_HOURS),
  );
}
