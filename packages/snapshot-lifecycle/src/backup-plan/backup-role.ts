import * as iam from "@pulumi/aws/iam";
import { assumeRolePolicy, type Context, managedPolicyArn, nameTag } from "@groundwork/core";
import { type BackupPlanArgs } from "./backup-plan-args";

/** The role that AWS Backup assumes, and what it needs in place. */
export interface BackupRole {
  role: iam.Role;
  permissions: iam.RolePolicyAttachment[];
}

/** Creates the role that AWS Backup assumes, for this account only; it may restore only where that is tried. */
export function createBackupRole(
  { parent, name, tags }: Context,
  { place, restoreTesting }: BackupPlanArgs,
): BackupRole {
  const role = new iam.Role(
    `${name}-role`,
    {
      description: `Lets AWS Backup run ${name}`,
      assumeRolePolicy: assumeRolePolicy("backup", { accountId: place.accountId }),
      tags: nameTag(name, tags),
    },
    { parent },
  );
  const attach = (purpose: string, policy: string) =>
    new iam.RolePolicyAttachment(
      `${name}-${purpose}-role-policy-attachment`,
      { role: role.name, policyArn: managedPolicyArn(place, `service-role/${policy}`) },
      { parent },
    );
  const permissions = [attach("backup", "AWSBackupServiceRolePolicyForBackup")];
  if (restoreTesting !== undefined) {
    permissions.push(attach("restore", "AWSBackupServiceRolePolicyForRestores"));
  }
  return { role, permissions };
}
