import rule from "../../../rules/ec2/default-network-is-unused";
import { describeRule } from "../../support/table";

const messages = ["The program takes over a part of the default VPC; make a VPC of its own."];

describeRule(rule, [
  { it: "fails the default VPC", fails: {}, messages, passes: {} },
  {
    it: "fails a default subnet",
    type: "aws:ec2/defaultSubnet:DefaultSubnet",
    fails: { availabilityZone: "eu-central-1a" },
    messages,
    passes: {},
  },
]);
