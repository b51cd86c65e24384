import rule from "../../../rules/ebs/snapshot-is-shared-with-trusted-accounts";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an account that the configuration does not trust",
    fails: { accountId: "999999999999" },
    settings: { trustedAccountIds: ["111111111111"] },
    messages: ["accountId is another value; name an account of the rule's trustedAccountIds."],
    passes: { "a trusted account": { accountId: "111111111111" } },
  },
  {
    it: "fails any account while the configuration trusts none",
    fails: { accountId: "111111111111" },
    messages: ["accountId is another value; name an account of the rule's trustedAccountIds."],
    passes: {},
  },
  {
    it: "fails a lifecycle policy that shares with another account",
    type: "aws:dlm/lifecyclePolicy:LifecyclePolicy",
    settings: { trustedAccountIds: ["111111111111"] },
    fails: { policyDetails: { schedules: [{}, { shareRule: { targetAccounts: ["111111111111", "999999999999"] } }] } },
    messages: [
      "policyDetails.schedules[1].shareRule.targetAccounts[1] is another value; name an account of the rule's trustedAccountIds.",
    ],
    passes: {
      "one that shares with a trusted account": {
        policyDetails: { schedules: [{ shareRule: { targetAccounts: ["111111111111"] } }] },
      },
      "one that shares with nobody": { policyDetails: { schedules: [{ name: "daily" }] } },
    },
  },
  {
    it: "fails another account than the resource's own",
    fails: { accountId: "111111111111" },
    more: { providerInputs: { allowedAccountIds: JSON.stringify(["222222222222"]) } },
    messages: ["accountId is another value; name an account of the rule's trustedAccountIds."],
    passes: { "its own": { accountId: "222222222222" } },
  },
]);
