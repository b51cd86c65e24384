import { Group } from "../../model/levels";
import { NETWORK_ACL, NETWORK_ACL_RULE } from "../../model/network-acl";
import { defineRule } from "../../model/rule";
import { fail } from "../../model/verdict";

export default defineRule({
  name: "vpc-has-no-network-acls",
  requires: "A VPC's traffic is governed by security groups alone.",
  fix: "State the rules in security groups, which follow what they are given to.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/vpc-network-acls.html",
  controls: { cdkNag: ["VPCNoNACLs", "AwsSolutions-VPC3"] },
  types: [NETWORK_ACL, NETWORK_ACL_RULE],
  judge: () =>
    fail("type", "A network ACL is a second place for the rules of traffic; state them in security groups alone."),
});
