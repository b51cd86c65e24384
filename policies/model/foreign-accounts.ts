import { accountOf } from "./policy-document";
import { at, list, text, UNKNOWN, type Unknown } from "./reading";
import { providerSetting, type Resource } from "./resource";

/** The configuration of a rule about accounts to share with. */
export interface ForeignConfig {
  trustedAccountIds: string[];
}

/** The accounts that a resource can be in, as far as its provider or its ARN says; empty if neither does. */
export function ownAccounts(resource: Resource): string[] {
  const arn = text(at(resource.state, "arn"));
  const own = typeof arn === "string" ? accountOf(arn) : undefined;
  const allowed = list(providerSetting(resource, "allowedAccountIds"));
  const stated = allowed === UNKNOWN ? [] : allowed.filter((id) => typeof id === "string");
  const told = own ?? assumedAccount(resource);
  return told === undefined ? stated : [told];
}

/** The account of the role that a provider assumes; of several, it is the last that acts. */
function assumedAccount(resource: Resource): string | undefined {
  const roles = list(providerSetting(resource, "assumeRoles"));
  const arn = roles === UNKNOWN ? undefined : text(at(roles.at(-1), "roleArn"));
  return typeof arn === "string" ? accountOf(arn) : undefined;
}

/**
 * Whether a principal is of an account that is neither trusted nor the resource's own. Without a list of trusted accounts
 * nobody has said whom to trust, so that none is foreign; where the own account is not known, another may be it.
 */
export function isForeign(principal: string | Unknown, trusted: string[], own: string[]): boolean | Unknown {
  if (principal === UNKNOWN || trusted.length === 0) {
    return trusted.length === 0 ? false : UNKNOWN;
  }
  const account = accountOf(principal);
  if (account === undefined || trusted.includes(account) || own.includes(account)) {
    return false;
  }
  return own.length === 0 ? UNKNOWN : true;
}
