import rule from "../../../rules/ec2/address-is-used";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails an address that nothing has",
    fails: { domain: "vpc" },
    messages: ["instance is not set; give the address to something, or release it. (end)"],
    passes: { "an instance's": { instance: "i-1" }, "a network interface's": { networkInterface: "eni-1" } },
    passesWith: {
      "a NAT gateway's": [
        { type: "aws:ec2/natGateway:NatGateway", name: "gateway", inputs: {}, sources: { allocationId: ["it"] } },
      ],
    },
  },
]);
