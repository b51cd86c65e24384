import { mustBe } from "../../model/facts";
import { Group } from "../../model/levels";
import { defineRule } from "../../model/rule";

const DEFAULT_SUBNET = "aws:ec2/defaultSubnet:DefaultSubnet";

export default defineRule({
  name: "subnet-gives-no-public-addresses",
  requires: "A subnet gives no public address to what is launched in it.",
  fix: "Set mapPublicIpOnLaunch: false, and ask for a public address where one is needed.",
  severity: "medium",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/subnet-public-ip.html",
  controls: {
    fsbp: ["EC2.15"],
    checkov: ["CKV_AWS_130"],
    cdkNag: ["VPCSubnetAutoAssignPublicIpDisabled"],
    prowler: ["vpc_subnet_no_public_ip_by_default"],
  },
  types: ["aws:ec2/subnet:Subnet", DEFAULT_SUBNET],
  guards: ["mapPublicIpOnLaunch"],
  judge: (subnet) => mustBe(subnet, "mapPublicIpOnLaunch", false, { absent: subnet.type === DEFAULT_SUBNET }),
  remediate: (properties) => (properties.mapPublicIpOnLaunch = false),
});
