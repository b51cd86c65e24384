import rule from "../../../rules/dlm/snapshot-policy-is-enabled";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a policy that makes nothing",
    fails: { state: "DISABLED" },
    messages: ['state is DISABLED; set it to "ENABLED".'],
    passes: { "one that does": { state: "ENABLED" }, "one that says nothing, which does": { state: undefined } },
    remediated: { state: "ENABLED" },
  },
]);
