import { allOf, anyOf, fieldOf, where } from "../../model/facts";
import { eachIdentityAllowance, IDENTITY_POLICIES, IDENTITY_POLICY_GUARDS } from "../../model/iam-policies";
import { Group } from "../../model/levels";
import { texts } from "../../model/policy-document";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "identity-policy-is-no-administrators",
  requires: "An identity's policy, such as that of an instance's role, does not allow everything.",
  fix: "Name the actions and the resources that the identity needs.",
  severity: "high",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/iam-controls.html#iam-1",
  controls: {
    fsbp: ["IAM.1"],
    cis: ["1.16"],
    checkov: ["CKV_AWS_62"],
    cdkNag: ["IAMPolicyNoStatementsWithAdminAccess"],
    prowler: [
      "iam_customer_attached_policy_no_administrative_privileges",
      "iam_inline_policy_no_administrative_privileges",
    ],
  },
  types: IDENTITY_POLICIES,
  guards: IDENTITY_POLICY_GUARDS,
  judge: (resource) =>
    eachIdentityAllowance(resource, (statement) => {
      const all = (path: string, every: string[]) =>
        anyOf(...texts(statement, path).map((value) => (value === UNKNOWN ? UNKNOWN : every.includes(value))));
      const field = fieldOf(statement, "Action");
      return where(allOf(all("Action", ["*", "*:*"]), all("Resource", ["*"])), () =>
        fail(field, `${field} is every action, on every resource; name those that the identity needs.`),
      );
    }),
});
