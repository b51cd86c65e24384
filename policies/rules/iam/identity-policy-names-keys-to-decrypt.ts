import { allOf, anyOf, fieldOf, not, where } from "../../model/facts";
import { eachIdentityAllowance, IDENTITY_POLICIES, IDENTITY_POLICY_GUARDS } from "../../model/iam-policies";
import { Group } from "../../model/levels";
import { covers, isNarrowed, matchesPattern, texts } from "../../model/policy-document";
import { UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

/** Some key, which only a pattern for every key covers. */
const ANY_KEY = "arn:aws:kms:xx-any-1:000000000000:key/any";

export default defineRule({
  name: "identity-policy-names-keys-to-decrypt",
  requires: "An identity's policy names the keys with which it may decrypt.",
  fix: "Name the keys' ARNs as Resource, or add a condition such as kms:ViaService.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/securityhub/latest/userguide/kms-controls.html#kms-1",
  controls: {
    fsbp: ["KMS.1", "KMS.2"],
  },
  types: IDENTITY_POLICIES,
  guards: IDENTITY_POLICY_GUARDS,
  judge: (resource) =>
    eachIdentityAllowance(resource, (statement) => {
      const decrypts = anyOf(covers(statement, "kms:Decrypt"), covers(statement, "kms:ReEncryptFrom"));
      const everyKey = texts(statement, "Resource").map((pattern) =>
        pattern === UNKNOWN ? UNKNOWN : matchesPattern(pattern.replace(/^arn:[^:]*:/, "arn:aws:"), ANY_KEY),
      );
      const field = fieldOf(statement, "Resource");
      return where(allOf(decrypts, anyOf(...everyKey), not(isNarrowed(statement))), () =>
        fail(field, `${field} is every key, and the statement lets decrypt; name the keys.`),
      );
    }),
});
