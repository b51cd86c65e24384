import rule from "../../../rules/engine/provider-names-its-account";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a provider that takes whatever account its credentials are of",
    fails: { allowedAccountIds: "[]" },
    messages: ["allowedAccountIds is not set; name the account that the provider is for."],
    passes: { "one account": { allowedAccountIds: '["111122223333"]' } },
  },
]);
