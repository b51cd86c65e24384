import { ACCOUNT_PATTERN, strings } from "./config";
import { mustHold, type Subject } from "./facts";
import { ownAccounts } from "./foreign-accounts";
import { matches } from "./image";
import type { Resource } from "./resource";
import type { Fact } from "./verdict";

/** The accounts with which images and snapshots may be shared. */
export interface AccountTrust {
  trustedAccountIds: string[];
}

/** With whom else they may be shared. */
export interface TrustConfig extends AccountTrust {
  trustedOrganizationArns: string[];
}

export const TRUSTED_ACCOUNTS = {
  trustedAccountIds: strings("The accounts with which they may be shared", ACCOUNT_PATTERN),
};

export const TRUST_CONFIG = {
  ...TRUSTED_ACCOUNTS,
  trustedOrganizationArns: strings(
    "The organisations and organisational units, by ARN, in which * stands for any text without a slash",
    "^arn:[^\\s]+$",
  ),
};

/** Whom a configuration trusts, and the resource's own account. */
export function trustOf<Config extends AccountTrust>(resource: Resource, config: Config): Config {
  return { ...config, trustedAccountIds: [...config.trustedAccountIds, ...ownAccounts(resource)] };
}

/** A field that names an account must name a trusted one. Left out, it names none. */
export function mustTrustAccount(on: Subject, path: string, { trustedAccountIds }: AccountTrust): Fact {
  return mustHold(on, path, (id) => id === NOBODY || trustedAccountIds.includes(String(id)), {
    absent: NOBODY,
    known: ["all"],
    change: "name an account of the rule's trustedAccountIds.",
  });
}

/** A field that names an organisation, or a unit of one, must name a trusted one. Left out, it names none. */
export function mustTrustOrganization(on: Subject, path: string, { trustedOrganizationArns }: TrustConfig): Fact {
  const isTrusted = (arn: unknown) => trustedOrganizationArns.some((pattern) => matches(pattern, String(arn)));
  return mustHold(on, path, (arn) => arn === NOBODY || isTrusted(arn), {
    absent: NOBODY,
    change: "name an organisation or a unit of the rule's trustedOrganizationArns.",
  });
}

const NOBODY = "";
