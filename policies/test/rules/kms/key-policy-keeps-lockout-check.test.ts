import rule from "../../../rules/kms/key-policy-keeps-lockout-check";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a key that bypasses AWS's check",
    fails: { bypassPolicyLockoutSafetyCheck: true },
    messages: ["bypassPolicyLockoutSafetyCheck is true; set it to false."],
    passes: {
      "one that keeps it": { bypassPolicyLockoutSafetyCheck: false },
      "one that says nothing": { bypassPolicyLockoutSafetyCheck: undefined },
    },
    remediated: { bypassPolicyLockoutSafetyCheck: false },
  },
]);
