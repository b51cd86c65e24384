import type { Case } from "./table";

/** A rule about traffic, as its cases are told apart. */
export interface Traffic {
  direction: "ingress" | "egress";
  /** What is opened, in a message. */
  what: string;
  /** A port that it must not be, and one that it may be; none where every port is meant, or any. */
  port?: number;
  otherPort?: number;
  /** A protocol without that port, if the port is of one alone. */
  otherProtocol?: string;
}

const NETWORK = ["10.0.0.0/8"];

/** The cases of a rule about what a security group lets through, in each form that a rule can have. */
export function securityGroupCases(traffic: Traffic): Case[] {
  const { direction, what, port, otherPort, otherProtocol } = traffic;
  const opens = (field: string) => [`${field} opens ${what} to the world; name the networks that it is for.`];
  const ports = port === undefined ? { fromPort: 0, toPort: 65535 } : { fromPort: port, toPort: port };
  const rule = { protocol: "tcp", ...ports, cidrBlocks: ["10.0.0.0/8", "0.0.0.0/0"] };
  const other = otherPort === undefined ? undefined : { fromPort: otherPort, toPort: otherPort };
  const single = direction === "ingress" ? "IngressRule" : "EgressRule";
  return [
    {
      it: "fails a group whose rule names the world beside a network",
      fails: { [direction]: [rule] },
      messages: opens(`${direction}[0].cidrBlocks`),
      passes: {
        "networks of its own": { [direction]: [{ ...rule, cidrBlocks: NETWORK }] },
        "another group": { [direction]: [{ protocol: "tcp", ...ports, securityGroups: ["sg-1"] }] },
        "the group itself": { [direction]: [{ protocol: "-1", fromPort: 0, toPort: 0, self: true }] },
        "no rule": { [direction]: undefined },
        ...(other && { "other ports": { [direction]: [{ ...rule, ...other }] } }),
        ...(otherProtocol && { "another protocol": { [direction]: [{ ...rule, protocol: otherProtocol }] } }),
      },
    },
    {
      it: "fails a rule where a list is due, by a protocol's number, in a range, for IPv6",
      type: "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup",
      fails: { [direction]: { protocol: "6", fromPort: 0, toPort: 65535, ipv6CidrBlocks: ["::/0"] } },
      messages: opens(`${direction}[0].ipv6CidrBlocks`),
      passes: { "no rule": { [direction]: [] } },
    },
    {
      it: "fails ports from -1, and from 0 to 0, which are written for every port",
      fails: {
        [direction]: [
          { protocol: "tcp", fromPort: -1, toPort: -1, cidrBlocks: ["0.0.0.0/0"] },
          { protocol: "tcp", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] },
        ],
      },
      messages: [...opens(`${direction}[0].cidrBlocks`), ...opens(`${direction}[1].cidrBlocks`)],
      passes: { "no rule": { [direction]: [] } },
    },
    {
      it: "fails a rule of its own that opens every protocol, whatever its ports",
      type: "aws:ec2/securityGroupRule:SecurityGroupRule",
      fails: { type: direction, protocol: "-1", fromPort: 8, toPort: 8, cidrBlocks: ["0.0.0.0/0"] },
      messages: opens("cidrBlocks"),
      passes: {
        "a rule for the other direction": { type: direction === "ingress" ? "egress" : "ingress" },
        "networks of its own": { cidrBlocks: NETWORK },
      },
    },
    {
      it: "fails a rule of the newer type that opens half the world",
      type: `aws:vpc/securityGroup${single}:SecurityGroup${single}`,
      fails: { ipProtocol: "tcp", ...ports, cidrIpv4: "128.0.0.0/1" },
      messages: opens("cidrIpv4"),
      passes: {
        "a network of its own": { cidrIpv4: "10.0.0.0/8" },
        ...(otherPort !== undefined && { "other ports": { fromPort: 65535 } }),
        ...(otherPort !== undefined && port !== undefined && { "ports below": { toPort: port - 1 } }),
        ...(otherProtocol && { "another protocol": { ipProtocol: otherProtocol } }),
      },
    },
    {
      it: "fails a rule that names all of IPv6",
      type: `aws:vpc/securityGroup${single}:SecurityGroup${single}`,
      fails: { ipProtocol: "-1", cidrIpv6: "2000::/3" },
      messages: opens("cidrIpv6"),
      passes: { "a network of its own": { cidrIpv6: "fd00::/8" } },
    },
  ];
}

/** The cases of a rule about what a network ACL lets in. */
export function networkAclCases(what: string, port?: number): Case[] {
  const opens = (field: string) => [`${field} opens ${what} to the world; name the networks that it is for.`];
  const ports = port === undefined ? { fromPort: 0, toPort: 65535 } : { fromPort: port, toPort: port };
  const rule = { ruleNo: 100, action: "allow", protocol: "tcp", ...ports };
  const allow = { ...rule, cidrBlock: "0.0.0.0/0" };
  const deny = { ...allow, action: "deny", protocol: "-1" };
  return [
    {
      it: "fails a rule that goes before the one that refuses",
      fails: { ingress: [allow, { ...deny, ruleNo: 200 }] },
      messages: opens("ingress[0].cidrBlock"),
      passes: {
        "one that goes after": { ingress: [allow, { ...deny, ruleNo: 20 }] },
        "one that refuses": { ingress: deny },
        "a network of its own": { ingress: [{ ...allow, cidrBlock: "10.0.0.0/8" }] },
        "another protocol": { ingress: [{ ...allow, protocol: "icmp" }] },
      },
    },
    {
      it: "fails where the refusal before is of another family of addresses, or of a part of the world",
      type: "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl",
      fails: {
        ingress: [
          { ...rule, ipv6CidrBlock: "::/0" },
          { ...deny, ruleNo: 1 },
          { ...rule, action: "deny", ruleNo: 2, ipv6CidrBlock: "2001:db8::/32" },
        ],
      },
      messages: opens("ingress[0].ipv6CidrBlock"),
      passes: { "no rule": { ingress: [] } },
    },
    {
      it: "fails a rule of its own",
      type: "aws:ec2/networkAclRule:NetworkAclRule",
      fails: { ruleAction: "allow", protocol: "-1", cidrBlock: "0.0.0.0/0" },
      messages: opens("cidrBlock"),
      passes: {
        "a rule for what goes out": { egress: true },
        "a refusal": { ruleAction: "deny" },
        "a protocol without ports": { protocol: "icmp" },
        "a network of its own": { cidrBlock: "10.0.0.0/8" },
      },
    },
  ];
}
