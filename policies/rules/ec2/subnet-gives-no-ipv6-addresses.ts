import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

/** An opinion, because an egress-only gateway keeps a public IPv6 address as private as a NAT gateway does. */
export default defineRule({
  name: "subnet-gives-no-ipv6-addresses",
  requires: "A subnet gives no IPv6 address, which is public, to what is launched in it.",
  fix: "Set assignIpv6AddressOnCreation: false, and ask for an address where one is needed.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
  controls: { cdkNag: ["VPCSubnetAutoAssignPublicIpDisabled"] },
  types: ["aws:ec2/subnet:Subnet", "aws:ec2/defaultSubnet:DefaultSubnet"],
  guards: ["assignIpv6AddressOnCreation"],
  judge: (subnet) => mustBe(subnet, "assignIpv6AddressOnCreation", false, { absent: false }),
});
