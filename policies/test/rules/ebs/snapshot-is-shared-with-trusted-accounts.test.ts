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
]);
