import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "default-network-is-unused",
  requires: "Nothing is made of the default VPC, which AWS makes open.",
  fix: "Make an ec2.Vpc and subnets of your own.",
  severity: "medium",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/default-vpc.html",
  controls: { checkov: ["CKV_AWS_148"] },
  types: ["aws:ec2/defaultVpc:DefaultVpc", "aws:ec2/defaultSubnet:DefaultSubnet"],
  judge: () => fail("type", "The program takes over a part of the default VPC; make a VPC of its own."),
});
