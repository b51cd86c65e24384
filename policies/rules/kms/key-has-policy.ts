import { mustBeSet, mustHave, unless } from "../../model/facts";
import { KEY, KEY_POLICY } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "key-has-policy",
  requires: "A key has a policy of its own.",
  fix: "Set policy, or add a kms.KeyPolicy with its id as keyId; without one the account's IAM policies decide alone.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/key-policies.html",
  controls: { checkov: ["CKV2_AWS_64"] },
  types: [KEY],
  guards: ["policy"],
  evidence: [KEY_POLICY],
  judge: (key, _config, program) => {
    const own = mustBeSet(key, "policy", "state who may use the key, there or in a KeyPolicy.");
    return unless(
      own,
      mustHave("policy", program.dependents(key, [KEY_POLICY], "keyId"), () => true, ""),
    );
  },
});
