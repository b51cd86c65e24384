import rule from "../../../rules/ec2/account-metadata-defaults-require-tokens";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails defaults that leave tokens optional",
    fails: { httpTokens: "optional" },
    messages: ['httpTokens is optional; set it to "required".'],
    passes: {
      "defaults that require them": { httpTokens: "required" },
      "defaults without a metadata service": { httpEndpoint: "disabled" },
    },
    remediated: { httpTokens: "required" },
  },
  {
    it: "fails defaults that say nothing of tokens, because AWS has no preference then",
    fails: { httpEndpoint: "enabled" },
    messages: ['httpTokens is not set, and AWS takes no-preference then; set it to "required".'],
    passes: { "defaults that require them": { httpTokens: "required" } },
  },
]);
