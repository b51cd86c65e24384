/** What KMS makes of grants: to whom it gives them, and who may make them and take them back. */

import { moduleOf } from "./aws-rules";
import { type Cloud, type Living } from "./cloud";
import { plain, type Properties, textOf } from "./values";

/** A statement of a key's policy, as far as it matters here. */
interface Statement {
  Principal?: { AWS?: string | string[] } | "*";
  Action?: string | string[];
  Condition?: { Bool?: { [key: string]: string } };
}

/** Why KMS would not make a grant. AWS's provider lists the key's grants afterwards. */
export function grantRefused(cloud: Cloud, { account, inputs }: Living): string | undefined {
  const grantee = textOf(inputs, "granteePrincipal") ?? "";
  const roles = of(cloud, "iam/role", "iam/serviceLinkedRole").map(({ outputs }) =>
    pathOf(textOf(outputs, "arn") ?? ""),
  );
  if (grantee.includes(":role/") && !roles.includes(pathOf(grantee))) {
    return `InvalidArnException: ARN does not refer to a valid principal: ${grantee}`;
  }
  const key = keyOf(cloud, inputs);
  const missing = key && ["kms:CreateGrant", "kms:ListGrants"].find((action) => !admits(key, account, action));
  return missing && denied(account, missing, key);
}

/** Why KMS would not take a grant back: its own account may retire it, and whom the key lets may revoke any. */
export function grantKept(cloud: Cloud, { account, inputs }: Living): string | undefined {
  const key = keyOf(cloud, inputs);
  return key === undefined || plain(inputs["retireOnDelete"]) === true || admits(key, account, "kms:RevokeGrant")
    ? undefined
    : denied(account, "kms:RevokeGrant", key);
}

function keyOf(cloud: Cloud, inputs: Properties): Living | undefined {
  const wanted = textOf(inputs, "keyId");
  return of(cloud, "kms/key", "kms/replicaKey").find(
    ({ id, outputs }) => wanted === id || wanted === textOf(outputs, "arn"),
  );
}

/** Whether a key lets an account, by its IAM policies, do something of its own accord, and not only through an AWS service. */
function admits(key: Living, account: string | undefined, action: string): boolean {
  if (key.account === account) {
    return true;
  }
  const policy = JSON.parse(textOf(key.outputs, "policy") ?? "{}") as { Statement?: Statement[] };
  return (policy.Statement ?? []).some(({ Principal, Action, Condition }) => {
    const who = Principal === "*" ? ["*"] : [Principal?.AWS ?? []].flat();
    return (
      [Action ?? []].flat().includes(action) &&
      who.some((one) => one === "*" || one.endsWith(`:iam::${account}:root`)) &&
      Condition?.Bool?.["kms:GrantIsForAWSResource"] !== "true"
    );
  });
}

function denied(account: string | undefined, action: string, key: Living): string {
  return `AccessDeniedException: ${account} is not authorized to perform ${action} on ${key.id}`;
}

/** A role's ARN without its account: the stand-in's own account is not that of every program. */
function pathOf(arn: string): string {
  return arn.replace(/^.*?:role\//, "");
}

function of(cloud: Cloud, ...modules: string[]): Living[] {
  return cloud.all().filter(({ token }) => modules.includes(moduleOf(token)));
}
