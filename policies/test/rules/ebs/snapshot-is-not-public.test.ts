import rule from "../../../rules/ebs/snapshot-is-not-public";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a permission for everybody",
    fails: { accountId: "all" },
    messages: ["accountId is all; name the accounts that may use it."],
    passes: { "one for an account": { accountId: "111122223333" } },
  },
  {
    it: "fails a lifecycle policy that shares with everybody",
    type: "aws:dlm/lifecyclePolicy:LifecyclePolicy",
    fails: { policyDetails: { schedules: [{ shareRule: { targetAccounts: ["111122223333", "all"] } }] } },
    messages: ["policyDetails.schedules[0].shareRule.targetAccounts[1] is all; name the accounts that may use it."],
    passes: {
      "one that shares with an account": {
        policyDetails: { schedules: [{ shareRule: { targetAccounts: ["111122223333"] } }] },
      },
    },
  },
]);
