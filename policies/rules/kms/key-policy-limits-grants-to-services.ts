import { allOf, anyOf, fieldOf, is, not, where } from "../../model/facts";
import { KEY_POLICIES } from "../../model/keys";
import { Group } from "../../model/levels";
import { covers, eachAllowance, isAccount, principals } from "../../model/policy-document";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

const KEY = "kms:GrantIsForAWSResource";

export default defineRule({
  name: "key-policy-limits-grants-to-services",
  requires: "A key's policy lets others than the account make grants for AWS services only.",
  fix: 'Add the condition Bool: { "kms:GrantIsForAWSResource": "true" } to the statement that allows kms:CreateGrant.',
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/grants.html",
  types: KEY_POLICIES,
  guards: ["policy"],
  judge: (key) =>
    eachAllowance(key, "policy", (statement) => {
      const others = anyOf(
        ...[...principals(statement), ...principals(statement, "Service")].map((one) => not(isAccount(one))),
      );
      const forServices = is(statement, `Condition.Bool.${KEY}`, true);
      const field = fieldOf(statement, "Action");
      return where(allOf(others, covers(statement, "kms:CreateGrant"), not(forServices)), () =>
        fail(field, `${field} lets make grants for anybody; add the condition kms:GrantIsForAWSResource.`),
      );
    }),
});
