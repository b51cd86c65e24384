import rule from "../../../rules/ec2/subnet-gives-no-ipv6-addresses";
import { describeRule } from "../../support/table";

describeRule(
  rule,
  rule.types.map((type) => ({
    it: `fails a ${type.split(":")[2]} that gives them`,
    type,
    fails: { assignIpv6AddressOnCreation: true },
    messages: ["assignIpv6AddressOnCreation is true; set it to false."],
    passes: {
      "one that does not": { assignIpv6AddressOnCreation: false },
      "one that says nothing, because AWS gives none": { assignIpv6AddressOnCreation: undefined },
    },
  })),
);
