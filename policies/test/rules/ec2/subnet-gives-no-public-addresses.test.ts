import rule from "../../../rules/ec2/subnet-gives-no-public-addresses";
import { describeRule } from "../../support/table";

describeRule(rule, [
  {
    it: "fails a subnet that gives them",
    fails: { mapPublicIpOnLaunch: true },
    messages: ["mapPublicIpOnLaunch is true; set it to false."],
    passes: {
      "one that does not": { mapPublicIpOnLaunch: false },
      "one that says nothing, because AWS gives none": { mapPublicIpOnLaunch: undefined },
    },
    remediated: { mapPublicIpOnLaunch: false },
  },
  {
    it: "fails a default subnet that says nothing, because AWS makes it to give them",
    type: "aws:ec2/defaultSubnet:DefaultSubnet",
    fails: {},
    messages: ["mapPublicIpOnLaunch is not set, and AWS takes true then; set it to false."],
    passes: { "one that does not": { mapPublicIpOnLaunch: false } },
  },
]);
