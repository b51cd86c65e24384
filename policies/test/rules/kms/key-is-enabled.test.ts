import rule from "../../../rules/kms/key-is-enabled";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key that is disabled",
    fails: { isEnabled: false },
    messages: ["isEnabled is false; set it to true."],
    passes: { "one that is enabled": { isEnabled: true }, "one that says nothing": { isEnabled: undefined } },
  },
  {
    it: "fails a copy that is disabled, which another field says",
    type: "aws:kms/replicaKey:ReplicaKey",
    fails: { enabled: "false" },
    messages: ["enabled is false; set it to true."],
    passes: { "one that is enabled": { enabled: true } },
  },
]);
