import rule from "../../../rules/lb/load-balancer-has-deletion-protection";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a load balancer that says nothing, because AWS lets it be deleted",
    fails: {},
    messages: ["enableDeletionProtection is not set, and AWS takes false then; set it to true."],
    passes: { "a protected one": { enableDeletionProtection: true } },
    remediated: { enableDeletionProtection: true },
  },
  {
    it: "fails an unprotected one, of whatever type",
    type: "aws:alb/loadBalancer:LoadBalancer",
    fails: { enableDeletionProtection: false, loadBalancerType: "network" },
    messages: ["enableDeletionProtection is false; set it to true."],
    passes: { "a protected one": { enableDeletionProtection: true } },
  },
]);
