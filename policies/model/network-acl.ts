import { allOf, anyOf, each, fieldOf, get, is, not, where, type Subject } from "./facts";
import { list, number, UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import { namesWorld, opened, reaches } from "./traffic";
import { fail, type Facts } from "./verdict";

/** Network ACLs that state their rules in lists, and the type that is a rule by itself. */
export const NETWORK_ACL = "aws:ec2/networkAcl:NetworkAcl";
export const NETWORK_ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule";
export const NETWORK_ACL_TYPES = [NETWORK_ACL, "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl", NETWORK_ACL_RULE];

/** The inputs on which the rules about what a network ACL lets in rest. */
export const NETWORK_ACL_GUARDS = ["ingress", "ruleAction", "protocol", "fromPort", "toPort", "cidrBlock"];

const CIDR_FIELDS = ["cidrBlock", "ipv6CidrBlock"];
const ALLOW = ["allow", "ALLOW"];
const DENY = ["deny", "DENY"];

/** Whether a rule is about something, such as a port. */
type Concern = (rule: Subject) => boolean | Unknown;

/** That no rule lets the world in by one of these ports. */
export function aclClosesPorts(resource: Resource, what: string, ports: number[]): Facts {
  return aclClosed(
    resource,
    what,
    ports.map((port) => (rule) => reaches(rule, [port])),
  );
}

/** That no rule lets the world in by what one of these is about, unless a rule that goes first refuses the same. */
export function aclClosed(resource: Resource, what: string, concerns: Concern[]): Facts {
  const judge = (rule: Subject, refusals: Subject[] | Unknown): Facts =>
    CIDR_FIELDS.flatMap((path) => {
      const field = fieldOf(rule, path);
      const open = concerns.map((concern) => allOf(concern(rule), not(refused(refusals, concern, rule, path))));
      return where(allOf(namesWorld(rule, path), anyOf(...open)), () => fail(field, opened(field, what)));
    });
  if (resource.type === NETWORK_ACL_RULE) {
    const concerned = allOf(is(resource, "egress", false, false), is(resource, "ruleAction", ALLOW));
    return where(concerned, () => judge(resource, []));
  }
  const rules = list(get(resource, "ingress"));
  const refusals = rules === UNKNOWN ? UNKNOWN : rules.map((declared) => ({ declared }));
  return each(resource, "ingress", (rule) => where(is(rule, "action", ALLOW), () => judge(rule, refusals)));
}

/** Whether a rule of a lower number, which goes first, refuses the world what another allows it. */
function refused(rules: Subject[] | Unknown, concern: Concern, allowed: Subject, path: string): boolean | Unknown {
  if (rules === UNKNOWN) {
    return UNKNOWN;
  }
  return anyOf(
    ...rules.map((rule) =>
      rule.declared === UNKNOWN
        ? UNKNOWN
        : allOf(is(rule, "action", DENY), goesBefore(rule, allowed), concern(rule), namesWorld(rule, path)),
    ),
  );
}

function goesBefore(rule: Subject, other: Subject): boolean | Unknown {
  const [own, others] = [ruleNumber(rule), ruleNumber(other)];
  return own === undefined || others === undefined ? UNKNOWN : own < others;
}

/** A rule's number; undefined while it is not known. */
function ruleNumber(rule: Subject): number | undefined {
  const stated = number(get(rule, "ruleNo"));
  return typeof stated === "number" ? stated : undefined;
}
