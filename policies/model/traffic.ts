import { allOf, anyOf, each, fieldOf, get, is, not, where, type Subject } from "./facts";
import { list, MALFORMED, number, UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { fail, type Facts } from "./verdict";
import { isWorld } from "./world";

/** Security groups that state their rules in lists, and the three types that are a rule by themselves. */
export const SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const DEFAULT_SECURITY_GROUP = "aws:ec2/defaultSecurityGroup:DefaultSecurityGroup";
export const SECURITY_GROUP_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";

/** The types that are a rule by themselves, beside the lists of the group. */
export const SEPARATE_RULES = [SECURITY_GROUP_RULE, INGRESS_RULE, EGRESS_RULE];

export const INGRESS_TYPES = [SECURITY_GROUP, DEFAULT_SECURITY_GROUP, SECURITY_GROUP_RULE, INGRESS_RULE];
export const EGRESS_TYPES = [SECURITY_GROUP, DEFAULT_SECURITY_GROUP, SECURITY_GROUP_RULE, EGRESS_RULE];

/** The fields that name addresses, in one form of a rule or another. */
const CIDR_FIELDS = ["cidrBlocks", "ipv6CidrBlocks", "cidrIpv4", "cidrIpv6"];

/** The inputs on which the rules about what comes in, or goes out, rest. */
export const INGRESS_GUARDS = ["ingress", "protocol", "ipProtocol", "fromPort", "toPort", ...CIDR_FIELDS];
export const EGRESS_GUARDS = ["egress", ...INGRESS_GUARDS.slice(1)];

export type Direction = "ingress" | "egress";

/** Judges each rule of one direction that a resource states, in whichever form. */
export function eachRule(resource: Resource, direction: Direction, judge: (rule: Subject) => Facts): Facts {
  switch (resource.type) {
    case SECURITY_GROUP_RULE:
      return where(is(resource, "type", direction), () => judge(resource));
    case INGRESS_RULE:
    case EGRESS_RULE:
      return judge(resource);
    default:
      return each(resource, direction, judge);
  }
}

/** That no rule which concerns the caller lets the world through. */
export function closedToWorld(
  resource: Resource,
  direction: Direction,
  /** What is opened, in a message. */
  what: string,
  concerns: (rule: Subject) => boolean | Unknown = () => true,
): Facts {
  return eachRule(resource, direction, (rule) =>
    where(concerns(rule), () =>
      CIDR_FIELDS.flatMap((path) => {
        const field = fieldOf(rule, path);
        return where(namesWorld(rule, path), () => fail(field, opened(field, what)));
      }),
    ),
  );
}

/** Each network that a rule names, with the field that names it. */
export function cidrsOf(rule: Subject): { field: string; cidr: unknown }[] {
  return CIDR_FIELDS.flatMap((path) => {
    const field = fieldOf(rule, path);
    const cidrs = list(get(rule, path));
    return cidrs === UNKNOWN ? [{ field, cidr: UNKNOWN }] : cidrs.map((cidr) => ({ field, cidr }));
  });
}

/** What is said of a rule that lets the world through. */
export function opened(field: string, what: string): string {
  return `${field} opens ${what} to the world; name the networks that it is for.`;
}

/** Whether a field of a rule names every address. */
export function namesWorld(rule: Subject, path: string): boolean | Unknown {
  const cidrs = list(get(rule, path));
  return cidrs === UNKNOWN ? UNKNOWN : anyOf(...cidrs.map(isWorld));
}

const TCP = ["tcp", "6"];
const UDP = ["udp", "17"];
const EVERY_PROTOCOL = ["-1", "all"];

/** Protocols that have ports. */
export const TCP_AND_UDP = [...TCP, ...UDP];
export const TCP_ONLY = TCP;

/** The last port. */
const LAST = 65535;

/** Whether a rule's protocol is one of these. AWS takes names and numbers; a rule that names none is read as TCP's. */
function protocolIs(rule: Subject, names: string[]): boolean | Unknown {
  const stated = get(rule, "ipProtocol") ?? get(rule, "protocol");
  const name = typeof stated === "string" || typeof stated === "number" ? String(stated).toLowerCase() : "tcp";
  return stated === UNKNOWN ? UNKNOWN : names.includes(name);
}

/** The field in which a rule names its protocol. */
export function protocolField(rule: Subject): string {
  return fieldOf(rule, get(rule, "ipProtocol") === undefined ? "protocol" : "ipProtocol");
}

/**
 * A rule's ports: from -1, or without an end, it is every port. So is 0 to 0: nothing listens on port 0, and who writes
 * that of TCP means what it says for every protocol.
 */
function portsOf(rule: Subject): { from: number | Unknown; to: number | Unknown } {
  const from = port(get(rule, "fromPort"));
  const to = port(get(rule, "toPort"));
  if (from === undefined || from === -1 || (from === 0 && to === 0)) {
    return { from: 0, to: LAST };
  }
  return { from, to: to === undefined || to === -1 ? from : to };
}

function port(value: unknown): number | undefined | Unknown {
  const stated = number(value);
  return stated === MALFORMED ? UNKNOWN : stated;
}

/** Whether a rule is for every protocol, whatever its ports then say. */
export function everyProtocol(rule: Subject): boolean | Unknown {
  return protocolIs(rule, EVERY_PROTOCOL);
}

/** Whether a rule's ports include one of these, over one of these protocols. */
export function reaches(rule: Subject, ports: readonly number[], protocols = TCP_AND_UDP): boolean | Unknown {
  const { from, to } = portsOf(rule);
  const inRange = ports.map((wanted) =>
    allOf(from === UNKNOWN ? UNKNOWN : from <= wanted, to === UNKNOWN ? UNKNOWN : wanted <= to),
  );
  return anyOf(everyProtocol(rule), allOf(protocolIs(rule, protocols), anyOf(...inRange)));
}

/** Whether a rule is for every port. */
export function everyPort(rule: Subject): boolean | Unknown {
  const { from, to } = portsOf(rule);
  const all = allOf(from === UNKNOWN ? UNKNOWN : from <= 1, to === UNKNOWN ? UNKNOWN : to >= LAST);
  return anyOf(everyProtocol(rule), allOf(protocolIs(rule, TCP_AND_UDP), all));
}

/** Whether a rule's ports include others than these. */
export function reachesOthers(rule: Subject, allowed: readonly number[]): boolean | Unknown {
  const { from, to } = portsOf(rule);
  const others =
    from === UNKNOWN || to === UNKNOWN
      ? UNKNOWN
      : new Set(allowed.filter((one) => from <= one && one <= to)).size < to - from + 1;
  return anyOf(everyProtocol(rule), allOf(not(everyProtocol(rule)), protocolIs(rule, TCP_AND_UDP), others));
}
