import { allOf, anyOf, fieldOf, not, where } from "../../model/facts";
import { KEY_POLICIES } from "../../model/keys";
import { Group } from "../../model/levels";
import { eachAllowance, isAccount, principals, texts } from "../../model/policy-document";
import { UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "key-policy-leaves-administration-to-account",
  requires: "A key's policy allows every action to an account only, not to a role, a user or a service.",
  fix: "Name the actions that the principal needs; the account's IAM policies give the rest.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-default.html",
  types: KEY_POLICIES,
  guards: ["policy"],
  judge: (key) =>
    eachAllowance(key, "policy", (statement) => {
      const everything = anyOf(...texts(statement, "Action").map((action) => same(action, ["kms:*", "*"])));
      const others = [...principals(statement), ...principals(statement, "Service")].map((one) => not(isAccount(one)));
      const field = fieldOf(statement, "Action");
      return where(allOf(everything, anyOf(...others)), () =>
        fail(field, `${field} is every action, for others than an account; name the actions that they need.`),
      );
    }),
});

function same(value: string | Unknown, wanted: string[]): boolean | Unknown {
  return value === UNKNOWN ? UNKNOWN : wanted.includes(value);
}
