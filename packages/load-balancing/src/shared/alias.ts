import { type Checks, mapInput } from "@groundwork/core";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";
import { AddressFamily } from "./address-family";
import { type AliasArgs, type AliasRoutingArgs, FailoverRole } from "./alias-args";
import { type ZoneContext } from "./hosted-zone";

/** The fields of which exactly one says how records share a name's clients. */
const ROUTING_KINDS = ["weight", "latencyRegion", "failover", "geolocation"] as const;

/**
 * Records the mistakes in names, and one where any is given twice.
 *
 * @param fields The argument that each alias comes from.
 */
export function checkAliases(checks: Checks, fields: string[], aliases: AliasArgs[]): void {
  const names = aliases.map(recordName);
  checks.that(
    new Set(names).size === names.length,
    fields.includes("domain") ? "domain and aliases" : "aliases",
    names,
    "names that differ",
    "list each name once, or tell those of two zones apart by a key",
  );
  aliases.forEach((alias, index) => {
    const field = fields[index] ?? "aliases";
    checks.matches(
      `${field}.key`,
      alias.key,
      /^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/,
      "letters and digits, joined by single hyphens",
      "rename it: the records are named after it",
    );
    if (alias.routing !== undefined) {
      checkRouting(checks, `${field}.routing`, alias.routing, alias.evaluateTargetHealth);
    }
    const rival = aliases.slice(0, index).find((other) => isSameSet(other, alias) && !fitTogether(other, alias));
    checks.that(
      rival === undefined,
      `${field}.routing`,
      alias.routing,
      `of the kind that ${alias.name} has in this zone already, with another setIdentifier`,
      "let all records of a name share its clients in one way, or put this one into another zone",
    );
  });
}

/** Whether two aliases are records of one name in one zone, as far as that is known. */
function isSameSet(one: AliasArgs, other: AliasArgs): boolean {
  return one.name === other.name && one.key !== other.key && one.hostedZoneId === other.hostedZoneId;
}

/** Whether Route 53 takes two records of one name. */
function fitTogether({ routing: one }: AliasArgs, { routing: other }: AliasArgs): boolean {
  return (
    one !== undefined &&
    other !== undefined &&
    one.setIdentifier !== other.setIdentifier &&
    ROUTING_KINDS.every((kind) => (one[kind] === undefined) === (other[kind] === undefined))
  );
}

/** Records the mistakes in how a record shares its name's clients. */
function checkRouting(
  checks: Checks,
  field: string,
  routing: AliasRoutingArgs,
  evaluateTargetHealth: pulumi.Input<boolean> | undefined,
): void {
  const { weight, failover, geolocation } = routing;
  checks.that(
    ROUTING_KINDS.filter((kind) => routing[kind] !== undefined).length === 1,
    field,
    routing,
    `exactly one of ${ROUTING_KINDS.join(", ")}`,
    "say how the name's clients are shared out, or leave routing out",
  );
  checks.matches(
    `${field}.setIdentifier`,
    routing.setIdentifier,
    /^.{1,128}$/,
    "1 to 128 characters",
    "choose another for each record of the name",
  );
  checks.range(`${field}.weight`, weight, 0, 255);
  checks.oneOf(`${field}.failover`, failover, Object.values(FailoverRole));
  checks.that(
    failover !== FailoverRole.Primary || evaluateTargetHealth !== false || routing.healthCheckId !== undefined,
    `${field}.failover`,
    failover,
    "left out beside evaluateTargetHealth: false without healthCheckId",
    "let something tell when the primary fails",
  );
  if (geolocation !== undefined) {
    const { continent, country, subdivision } = geolocation;
    checks.that(
      (continent === undefined) !== (country === undefined) && (subdivision === undefined || country !== undefined),
      `${field}.geolocation`,
      geolocation,
      "either a continent, or a country with or without its subdivision",
      "name one place",
    );
  }
}

/** What names lead to. */
interface Destination {
  loadBalancer: { dnsName: pulumi.Input<string>; zoneId: pulumi.Input<string> };
  /** What must exist before it serves. */
  listeners: pulumi.Resource[];
  /** The addresses that it has. */
  families: AddressFamily[];
}

/** The record type of an address. */
const RECORD_TYPES: Record<AddressFamily, string> = { [AddressFamily.Ipv4]: "A", [AddressFamily.Ipv6]: "AAAA" };

/**
 * The records of a load balancer's names. They wait for the listeners, so that names move to a new load balancer only
 * when it serves.
 */
export function createAliases(
  { parent, name, zoneProvider }: ZoneContext,
  aliases: AliasArgs[],
  { loadBalancer, listeners, families }: Destination,
): void {
  for (const alias of aliases) {
    for (const type of families.map((family) => RECORD_TYPES[family])) {
      new route53.Record(
        `${name}-alias-${recordName(alias)}-${type}`,
        {
          zoneId: alias.hostedZoneId,
          name: alias.name,
          type,
          aliases: [
            {
              name: loadBalancer.dnsName,
              zoneId: loadBalancer.zoneId,
              evaluateTargetHealth: alias.evaluateTargetHealth ?? true,
            },
          ],
          ...routingInputs(alias.routing),
        },
        {
          parent,
          dependsOn: listeners,
          provider: zoneProvider(alias.hostedZoneRoleArn),
          aliases: formerRecord(alias, type),
        },
      );
    }
  }
}

/** What the records of an alias are named after. */
function recordName({ name, key }: AliasArgs): string {
  return key === undefined ? name : `${name}-${key}`;
}

function routingInputs(routing: AliasRoutingArgs | undefined): Partial<route53.RecordArgs> {
  if (routing === undefined) {
    return {};
  }
  const { setIdentifier, weight, latencyRegion, failover, geolocation, healthCheckId } = routing;
  return {
    setIdentifier,
    healthCheckId,
    ...(weight === undefined ? {} : { weightedRoutingPolicies: [{ weight }] }),
    ...(latencyRegion === undefined ? {} : { latencyRoutingPolicies: [{ region: latencyRegion }] }),
    ...(failover === undefined ? {} : { failoverRoutingPolicies: [{ type: failover }] }),
    ...(geolocation === undefined ? {} : { geolocationRoutingPolicies: [geolocation] }),
  };
}

/** What Pulumi knows a record by that another load balancer had: it is the same one from now on. */
function formerRecord(alias: AliasArgs, type: string): pulumi.Alias[] {
  const { movedFrom } = alias;
  return movedFrom === undefined
    ? []
    : [
        {
          name: mapInput(
            movedFrom,
            (urn) => `${urn.slice(urn.lastIndexOf("::") + 2)}-alias-${recordName(alias)}-${type}`,
          ),
          parent: movedFrom,
        },
      ];
}
