import rule from "../../../rules/ec2/vpcs-are-blocked-from-public-access";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a setting that blocks nothing",
    fails: { internetGatewayBlockMode: "off" },
    messages: ['internetGatewayBlockMode is off; set it to "block-ingress" or "block-bidirectional".'],
    passes: {
      "what comes in": { internetGatewayBlockMode: "block-ingress" },
      everything: { internetGatewayBlockMode: "block-bidirectional" },
    },
  },
]);
