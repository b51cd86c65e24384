import { mustBe } from "../../model/facts";
import { KEY_POLICIES } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "key-policy-keeps-lockout-check",
  requires: "AWS checks that a key's policy does not lock out who sets it.",
  fix: "Leave bypassPolicyLockoutSafetyCheck false.",
  severity: "high",
  group: Group.KeyPolicy,
  url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_PutKeyPolicy.html",
  controls: { pulumi: ["aws-kms-key-disallow-bypass-policy-lockout-safety-check"] },
  types: KEY_POLICIES,
  guards: ["bypassPolicyLockoutSafetyCheck"],
  judge: (key) => mustBe(key, "bypassPolicyLockoutSafetyCheck", false, { absent: false }),
  remediate: (properties) => (properties.bypassPolicyLockoutSafetyCheck = false),
});
