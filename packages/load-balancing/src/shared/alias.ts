import { type Checks } from "@groundwork/core";
import type * as lb from "@pulumi/aws/lb";
import * as route53 from "@pulumi/aws/route53";
import type * as pulumi from "@pulumi/pulumi";

/** A name in DNS that leads to a load balancer. */
export interface AliasArgs {
  /** The whole name, such as `www.example.com`. */
  name: string;
  /** The hosted zone that holds it. */
  hostedZoneId: pulumi.Input<string>;
}

/** Records a mistake for each name that is given twice. */
export function checkAliases(checks: Checks, field: string, aliases: AliasArgs[] | undefined): void {
  const names = (aliases ?? []).map((alias) => alias.name);
  checks.that(new Set(names).size === names.length, field, names, "names that differ", "list each name once");
}

/**
 * The records of a load balancer's names: A, and AAAA where it speaks IPv6. They wait for the listeners, so that names
 * move to a new load balancer only when it serves.
 */
export function createAliases(
  parent: pulumi.Resource,
  name: string,
  aliases: AliasArgs[],
  loadBalancer: lb.LoadBalancer,
  listeners: pulumi.Resource[],
  dualstack: boolean,
): void {
  for (const alias of aliases) {
    for (const type of dualstack ? ["A", "AAAA"] : ["A"]) {
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
