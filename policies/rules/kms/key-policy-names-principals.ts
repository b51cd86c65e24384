import { allOf, fieldOf, not, where } from "../../model/facts";
import { KEY_POLICIES } from "../../model/keys";
import { Group } from "../../model/levels";
import { eachAllowance, isForEverybody, isNarrowed } from "../../model/policy-document";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "key-policy-names-principals",
  requires: "A key's policy allows nothing to everybody.",
  fix: "Name the principals, or add a condition that says whose they are, such as kms:CallerAccount.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policy-overview.html",
  controls: {
    fsbp: ["KMS.5"],
    cis: ["2.21"],
    checkov: ["CKV_AWS_33"],
    prowler: ["kms_key_not_publicly_accessible"],
  },
  types: KEY_POLICIES,
  guards: ["policy"],
  judge: (key) =>
    eachAllowance(key, "policy", (statement) =>
      where(allOf(isForEverybody(statement), not(isNarrowed(statement))), () =>
        fail(
          fieldOf(statement, "Principal"),
          `${fieldOf(statement, "Principal")} is everybody, and no condition says whose they are; name the principals.`,
        ),
      ),
    ),
});
