import { type Checks, type Context } from "@groundwork/core";
import type * as lb from "@pulumi/aws/lb";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";
import { AddressFamily } from "./address-family";
import { type AliasArgs } from "./alias-args";

/** Records a mistake for each name that is given twice. */
export function checkAliases(checks: Checks, field: string, aliases: AliasArgs[] | undefined): void {
  const names = (aliases ?? []).map((alias) => alias.name);
  checks.that(new Set(names).size === names.length, field, names, "names that differ", "list each name once");
}

/** What names lead to. */
interface Destination {
  loadBalancer: lb.LoadBalancer;
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
  { parent, name }: Context,
  aliases: AliasArgs[],
  { loadBalancer, listeners, families }: Destination,
): void {
  for (const alias of aliases) {
    for (const type of families.map((family) => RECORD_TYPES[family])) {
      new route53.Record(
        `${name}-alias-${alias.name}-${type}`,
        {
          zoneId: alias.hostedZoneId,
          name: alias.name,
          type,
          aliases: [{ name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true }],
        },
        { parent, dependsOn: listeners },
      );
    }
  }
}
