import { mustBe } from "../../model/facts";
import { KEY, KEYS } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "key-is-enabled",
  requires: "A key is enabled, so that what it encrypts can be read.",
  fix: "Leave isEnabled, or enabled where the key's type calls it so, true.",
  severity: "medium",
  group: Group.Resilience,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/enabling-keys.html",
  controls: { checkov: ["CKV_AWS_227"], prowler: ["kms_cmk_are_used"] },
  types: KEYS,
  guards: ["isEnabled", "enabled"],
  judge: (key) => mustBe(key, key.type === KEY ? "isEnabled" : "enabled", true, { absent: true }),
});
