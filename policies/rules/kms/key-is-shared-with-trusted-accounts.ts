import { strings } from "../../model/config";
import { anyOf, fieldOf, where } from "../../model/facts";
import { KEY_POLICIES } from "../../model/keys";
import { Group } from "../../model/levels";
import { eachAllowance, principals } from "../../model/policy-document";
import { at, MALFORMED, text } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { isForeign, ownAccounts, type ForeignConfig } from "../../model/foreign-accounts";
import { fail } from "../../model/verdict";

const GRANT = "aws:kms/grant:Grant";

export default defineRule<ForeignConfig>({
  name: "key-is-shared-with-trusted-accounts",
  requires: "A key's policy and its grants name principals of the own account and of trusted ones only.",
  fix: "Name principals of an account of the rule's trustedAccountIds, or have the account added to them.",
  severity: "high",
  group: Group.Sharing,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-modifying-external-accounts.html",
  types: [...KEY_POLICIES, GRANT],
  guards: ["policy", "granteePrincipal"],
  evidence: [],
  config: {
    trustedAccountIds: strings("The other accounts that may use keys; with none, the rule says nothing", "^\\d{12}$"),
  },
  judge: (key, { trustedAccountIds }) => {
    const own = ownAccounts(key);
    const foreign = (field: string, named: ReturnType<typeof principals>) =>
      where(anyOf(...named.map((principal) => isForeign(principal, trustedAccountIds, own))), () =>
        fail(field, `${field} names an account that is not trusted; name one of the rule's trustedAccountIds.`),
      );
    if (key.type === GRANT) {
      const grantee = text(at(key.declared, "granteePrincipal"));
      return foreign("granteePrincipal", grantee === undefined || grantee === MALFORMED ? [] : [grantee]);
    }
    return eachAllowance(key, "policy", (statement) => foreign(fieldOf(statement, "Principal"), principals(statement)));
  },
});
