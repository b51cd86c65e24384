import rule from "../../../rules/emr/cluster-blocks-public-access";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an account that does not",
    fails: { blockPublicSecurityGroupRules: false },
    messages: ["blockPublicSecurityGroupRules is false; set it to true."],
    passes: { "one that does": { blockPublicSecurityGroupRules: true } },
    remediated: { blockPublicSecurityGroupRules: true },
  },
  {
    it: "fails an exception for more than port 22",
    fails: {
      blockPublicSecurityGroupRules: true,
      permittedPublicSecurityGroupRuleRanges: [
        { minRange: 22, maxRange: 22 },
        { minRange: 22, maxRange: 443 },
      ],
    },
    messages: ["permittedPublicSecurityGroupRuleRanges[1] permits more than port 22; take it out."],
    passes: {
      "the exception for port 22": { permittedPublicSecurityGroupRuleRanges: [{ minRange: 22, maxRange: 22 }] },
      "no exception": { permittedPublicSecurityGroupRuleRanges: undefined },
    },
  },
]);
