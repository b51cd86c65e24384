import rule from "../../../rules/ec2/admin-ports-are-closed-to-the-world";
import { describeRule } from "../../support/table";

const open = (field: string) =>
  `${field} opens one of the ports 22, 3389 to the world; name the networks that may connect.`;
const ssh = { protocol: "tcp", fromPort: 22, toPort: 22 };

describeRule(rule, [
  {
    it: "fails a security group that opens SSH to the world",
    fails: { ingress: [{ ...ssh, cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] }] },
    messages: [open("ingress[0].cidrBlocks")],
    passes: {
      "networks of its own": { ingress: [{ ...ssh, cidrBlocks: ["10.0.0.0/8"] }] },
      "another port": { ingress: [{ ...ssh, fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }] },
      "another protocol": { ingress: [{ ...ssh, protocol: "udp", cidrBlocks: ["0.0.0.0/0"] }] },
    },
  },
  {
    it: "fails one rule where a list is due, a range around the port, and IPv6",
    type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
    fails: { ingress: { protocol: "tcp", fromPort: 0, toPort: 4000, ipv6CidrBlocks: ["::/0"] } },
    messages: [open("ingress[0].ipv6CidrBlocks")],
    passes: { "no rule": { ingress: [] } },
  },
  {
    it: "fails a rule of its own that opens every protocol",
    type: "aws:ec2/securityGroupRule:SecurityGroupRule",
    fails: { type: "ingress", protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] },
    messages: [open("cidrBlocks")],
    passes: { "a rule for what goes out": { type: "egress" }, "networks of its own": { cidrBlocks: ["10.0.0.0/8"] } },
  },
  {
    it: "fails an ingress rule that opens half the world",
    type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    fails: { ipProtocol: "tcp", fromPort: 3389, toPort: 3389, cidrIpv4: "128.0.0.0/1" },
    messages: [open("cidrIpv4")],
    passes: { "a network of its own": { cidrIpv4: "10.0.0.0/8" }, "another port": { fromPort: 3390 } },
  },
]);
