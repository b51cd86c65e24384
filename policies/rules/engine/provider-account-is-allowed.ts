import { strings } from "../../model/config";
import { anyOf, where } from "../../model/facts";
import { Group } from "../../model/levels";
import { at, list, UNKNOWN, type Unknown } from "../../model/reading";
import { nested } from "../../model/resource";
import { defineRule } from "../../model/rule";
import { PROVIDER } from "../../model/types";
import { fail } from "../../model/verdict";

interface AccountConfig {
  allowedAccounts: string[];
}

export default defineRule<AccountConfig>({
  name: "provider-account-is-allowed",
  requires: "A provider refuses every account but those that may be deployed to.",
  fix: "Set the provider's allowedAccountIds to accounts of the rule's allowedAccounts.",
  severity: "high",
  group: Group.Approval,
  url: "https://docs.aws.amazon.com/whitepapers/latest/organizing-your-aws-environment/organizing-your-aws-environment.html",
  types: [PROVIDER],
  config: {
    allowedAccounts: strings("The accounts to deploy to; with none, the rule says nothing", "^\\d{12}$"),
  },
  judge: (provider, { allowedAccounts }) => {
    const accounts = list(nested(at(provider.declared, "allowedAccountIds")));
    const wrong: boolean | Unknown =
      accounts === UNKNOWN
        ? UNKNOWN
        : accounts.length === 0 || anyOf(...accounts.map((id) => isOther(id, allowedAccounts)));
    return where(allowedAccounts.length > 0 && wrong, () =>
      fail("allowedAccountIds", "allowedAccountIds lets other accounts in; name those of the rule's allowedAccounts."),
    );
  },
});

function isOther(id: unknown, allowed: string[]): boolean | Unknown {
  return id === UNKNOWN ? UNKNOWN : typeof id !== "string" || !allowed.includes(id);
}
