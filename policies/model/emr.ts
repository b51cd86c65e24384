import { get, type Subject } from "./facts";
import { text, UNKNOWN } from "./reading";
import type { Resource } from "./resource";
import { fail, unknown, type Facts } from "./verdict";

export const EMR_SECURITY_CONFIGURATION = "aws:emr/securityConfiguration:SecurityConfiguration";

const FIELD = "configuration";

/** Where a security configuration of EMR says how disks are encrypted. */
export const LOCAL_DISKS = "EncryptionConfiguration.AtRestEncryptionConfiguration.LocalDiskEncryptionConfiguration";

/** Judges what a security configuration of EMR says, which is JSON. */
export function inConfiguration(resource: Resource, judge: (configuration: Subject) => Facts): Facts {
  const json = text(get(resource, FIELD));
  if (json === UNKNOWN) {
    return unknown(FIELD, `${FIELD} is known only at deployment.`);
  }
  try {
    return judge({ declared: JSON.parse(String(json)), field: FIELD });
  } catch {
    return fail(FIELD, `${FIELD} is no JSON; write a security configuration of EMR.`);
  }
}
