import { allOf, each, fieldOf, get, is, not, where, type Subject } from "../../model/facts";
import { Group } from "../../model/levels";
import { list, UNKNOWN, type Unknown } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { fail, type Facts } from "../../model/verdict";
import { isWorld } from "../../model/world";

interface PortsConfig {
  adminPorts: number[];
}

const INLINE = ["aws:ec2/securityGroup:SecurityGroup", "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup"];
const RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";

export default defineRule<PortsConfig>({
  name: "admin-ports-are-closed-to-the-world",
  requires: "A security group opens no port for administration, such as SSH's and RDP's, to the world.",
  fix: "Name the networks that may connect, or use Session Manager, which needs no open port.",
  severity: "critical",
  group: Group.Exposure,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: {
    fsbp: ["EC2.13", "EC2.14", "EC2.19"],
    cis: ["5.3", "5.4"],
    checkov: ["CKV_AWS_24", "CKV_AWS_25"],
    cdkNag: ["EC2RestrictedSSH", "EC2RestrictedCommonPorts"],
    prowler: [
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_22",
      "ec2_securitygroup_allow_ingress_from_internet_to_tcp_port_3389",
    ],
    pulumi: ["aws-ec2-securitygroup-disallow-public-internet-ingress"],
  },
  types: [...INLINE, RULE, INGRESS],
  guards: ["ingress", "cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6"],
  config: {
    adminPorts: {
      type: "array",
      items: { type: "integer", minimum: 0, maximum: 65535 },
      default: [22, 3389],
      description: "The ports that nobody may open to the world",
    },
  },
  judge: (resource, { adminPorts }) => {
    const judge = (rule: Subject, ...cidrs: string[]): Facts =>
      where(reaches(rule, adminPorts), () => cidrs.map((field) => judgeSource(rule, field, adminPorts)));
    switch (resource.type) {
      case RULE:
        return where(is(resource, "type", "ingress"), () => judge(resource, "cidrBlocks", "ipv6CidrBlocks"));
      case INGRESS:
        return judge(resource, "cidrIpv4", "cidrIpv6");
      default:
        return each(resource, "ingress", (rule) => judge(rule, "cidrBlocks", "ipv6CidrBlocks"));
    }
  },
});

/** Whether a rule's ports include one of these. Protocol -1 is every port; without ports, TCP's rule has all, too. */
function reaches(rule: Subject, ports: number[]): boolean | Unknown {
  const protocol = (name: string[]) => (is(rule, "ipProtocol", name) === true ? true : is(rule, "protocol", name));
  const [from, to] = [get(rule, "fromPort"), get(rule, "toPort")];
  const inRange =
    from === UNKNOWN || to === UNKNOWN
      ? UNKNOWN
      : from === undefined || ports.some((port) => Number(from) <= port && port <= Number(to ?? from));
  return protocol(["-1", "all"]) === true
    ? true
    : allOf(not(protocol(["udp", "17", "icmp", "1", "icmpv6", "58"])), inRange);
}

function judgeSource(rule: Subject, field: string, ports: number[]): Facts {
  const cidrs = list(get(rule, field));
  const open: (boolean | Unknown)[] = cidrs === UNKNOWN ? [UNKNOWN] : cidrs.map(isWorld);
  const subject = fieldOf(rule, field);
  const named = ports.join(", ");
  return open.map((world) =>
    where(world, () =>
      fail(subject, `${subject} opens one of the ports ${named} to the world; name the networks that may connect.`),
    ),
  );
}
