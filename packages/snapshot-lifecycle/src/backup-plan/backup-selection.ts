import * as backup from "@pulumi/aws/backup";
import { arn, type Context, nameStem } from "@groundwork/core";
import { ScheduledResource } from "../snapshot-schedule/snapshot-schedule-args";
import { type BackupPlanArgs } from "./backup-plan-args";
import { type BackupRole } from "./backup-role";

/** The longest name of a selection. */
const LONGEST_NAME = 50;

/** Creates a selection for each tag: within one, all conditions have to hold. */
export function createBackupSelections(
  { parent, name, plan, role }: Context & { plan: backup.Plan; role: BackupRole },
  { place, resource, targetTags }: BackupPlanArgs,
): void {
  const { accountId, region } = place;
  const kind = resource === ScheduledResource.Instance ? "instance" : "volume";
  const resources = [arn(place, { service: "ec2", region, accountId, resource: `${kind}/*` })];
  for (const [tag, value] of Object.entries(targetTags)) {
    new backup.Selection(
      nameStem(`${name}-${tag.replace(/[^\w.-]/g, "-")}-selection`, LONGEST_NAME),
      {
        planId: plan.id,
        iamRoleArn: role.role.arn,
        resources,
        conditions: [{ stringEquals: [{ key: `aws:ResourceTag/${tag}`, value }] }],
        region,
      },
      { parent, dependsOn: role.permissions },
    );
  }
}
