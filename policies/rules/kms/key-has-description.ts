import { mustBeSet } from "../../model/facts";
import { KEYS } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "key-has-description",
  requires: "A key's description says what it encrypts.",
  fix: "Set description.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/APIReference/API_UpdateKeyDescription.html",
  controls: { pulumi: ["aws-kms-key-missing-description"] },
  types: KEYS,
  judge: (key) => mustBeSet(key, "description", "say what the key encrypts."),
});
