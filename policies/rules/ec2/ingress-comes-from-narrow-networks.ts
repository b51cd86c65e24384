import { number } from "../../model/config";
import { where } from "../../model/facts";
import { Group } from "../../model/levels";
import { type Unknown, UNKNOWN } from "../../model/reading";
import { defineRule } from "../../model/rule";
import { cidrsOf, eachRule, INGRESS_GUARDS, INGRESS_TYPES } from "../../model/traffic";
import { fail } from "../../model/verdict";

export default defineRule<{ shortestPrefix: number }>({
  name: "ingress-comes-from-narrow-networks",
  requires: "A security group names public networks of a few addresses only.",
  fix: "Name narrower networks, or a security group.",
  severity: "low",
  group: Group.Opinion,
  url: "https://docs.aws.amazon.com/vpc/latest/userguide/security-group-rules.html",
  controls: { prowler: ["ec2_securitygroup_allow_wide_open_public_ipv4"] },
  types: INGRESS_TYPES,
  guards: INGRESS_GUARDS,
  config: { shortestPrefix: number("The shortest prefix of a public IPv4 network that a rule may name", 24, 8, 32) },
  judge: (resource, { shortestPrefix }) =>
    eachRule(resource, "ingress", (rule) =>
      cidrsOf(rule)
        .map(({ field, cidr }) =>
          where(isWide(cidr, shortestPrefix), () =>
            fail(
              field,
              `${field} is a public network of more addresses than /${shortestPrefix} has; name a narrower one.`,
            ),
          ),
        )
        .flat(),
    ),
});

/** Networks that are nobody's on the internet. */
const PRIVATE = /^(10\.|127\.|169\.254\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7])\.)/;

function isWide(cidr: unknown, shortest: number): boolean | Unknown {
  if (cidr === UNKNOWN) {
    return UNKNOWN;
  }
  const [, address = "", length] = /^([\d.]+)\/(\d+)$/.exec(typeof cidr === "string" ? cidr : "") ?? [];
  return length !== undefined && Number(length) < shortest && !PRIVATE.test(address);
}
