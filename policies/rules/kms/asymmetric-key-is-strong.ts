import { mustHold } from "../../model/facts";
import { EXTERNAL_KEY, KEY } from "../../model/keys";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

export default defineRule({
  name: "asymmetric-key-is-strong",
  requires: "An RSA key has 3072 bits or more.",
  fix: "Set customerMasterKeySpec, or keySpec, to RSA_3072 or RSA_4096; AWS replaces a key to change it.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/kms/latest/developerguide/symm-asymm-choose-key-spec.html",
  types: [KEY, EXTERNAL_KEY],
  guards: ["customerMasterKeySpec", "keySpec"],
  judge: (key) =>
    mustHold(key, key.type === KEY ? "customerMasterKeySpec" : "keySpec", (spec) => spec !== "RSA_2048", {
      absent: "SYMMETRIC_DEFAULT",
      known: ["RSA_2048"],
      change: "set it to RSA_3072 or RSA_4096.",
    }),
});
