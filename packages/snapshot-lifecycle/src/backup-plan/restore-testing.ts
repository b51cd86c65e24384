import * as backup from "@pulumi/aws/backup";
import { type Context, nameTag } from "@groundwork/core";
import { ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";
import {
  type BackupPlanArgs,
  DEFAULT_RESTORE_CRON,
  DEFAULT_RESTORE_WINDOW_DAYS,
  type RestoreTesting,
} from "./backup-plan-args";
import { type BackupRole } from "./backup-role";

/** Hours for which what was restored stays, unless told otherwise. */
const DEFAULT_VALIDATION_HOURS = 1;

/** Creates what restores the newest backup of each resource that carries a tag now and then. */
export function createRestoreTesting(
  { parent, name, tags, vault, role }: Context & { vault: backup.Vault; role: BackupRole },
  { place, resource, targetTags }: BackupPlanArgs,
  { cron, windowDays, validationHours }: RestoreTesting,
): void {
  const { region } = place;
  const plan = new backup.RestoreTestingPlan(
    `${name}-restore-testing-plan`,
    {
      // AWS takes no hyphens here, and Pulumi's own names have some.
      name: restoreTestingName(name),
      scheduleExpression: cron ?? DEFAULT_RESTORE_CRON,
      recoveryPointSelection: {
        algorithm: "LATEST_WITHIN_WINDOW",
        includeVaults: [vault.arn],
        recoveryPointTypes: ["SNAPSHOT"],
        selectionWindowDays: windowDays ?? DEFAULT_RESTORE_WINDOW_DAYS,
      },
      region,
      tags: nameTag(name, tags),
    },
    { parent },
  );
  for (const [tag, value] of Object.entries(targetTags)) {
    new backup.RestoreTestingSelection(
      `${name}-${tag}-restore-testing-selection`,
      {
        name: restoreTestingName(`${name}_${tag}`),
        restoreTestingPlanName: plan.name,
        protectedResourceType: resource === ScheduledResource.Instance ? "EC2" : "EBS",
        protectedResourceConditions: { stringEquals: [{ key: `aws:ResourceTag/${tag}`, value }] },
        iamRoleArn: role.role.arn,
        validationWindowHours: validationHours ?? DEFAULT_VALIDATION_HOURS,
        region,
      },
      { parent, dependsOn: role.permissions },
    );
  }
}

/** A name in the characters that AWS Backup takes for it. */
export function restoreTestingName(text: string): string {
  return text.replace(/\W/g, "_");
}
