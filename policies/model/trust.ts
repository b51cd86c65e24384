import { strings } from "./config";
import { mustHold, type Subject } from "./facts";
import { matches } from "./image";
import type { Fact } from "./verdict";

/** With whom images and snapshots may be shared. */
export interface TrustConfig {
  trustedAccountIds: string[];
  trustedOrganizationArns: string[];
}

export const TRUSTED_ACCOUNTS = {
  trustedAccountIds: strings("The accounts with which they may be shared", "^\\d{12}$"),
};

export const TRUST_CONFIG = {
  ...TRUSTED_ACCOUNTS,
  trustedOrganizationArns: strings(
    "The organisations and organisational units, by ARN, in which * stands for any text without a slash",
    "^arn:[^\\s]+$",
  ),
};

/** A field that names an account must name a trusted one. Left out, it names none. */
export function mustTrustAccount(
  on: Subject,
  path: string,
  { trustedAccountIds }: Pick<TrustConfig, "trustedAccountIds">,
): Fact {
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
