import { type Checks } from "@groundwork/core";
import * as aws from "@pulumi/aws";
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

/** The records of a load balancer's names: A, and AAAA where it speaks IPv6. */
export function createAliases(
  parent: pulumi.Resource,
  name: string,
  aliases: AliasArgs[],
  loadBalancer: aws.lb.LoadBalancer,
  dualstack: boolean,
): void {
  for (const alias of aliases) {
    for (const type of dualstack ? ["A", "AAAA"] : ["A"]) {
      new aws.route53.Record(
        `${name}-alias-${alias.name}-${type}`,
        {
          zoneId: alias.hostedZoneId,
          name: alias.name,
          type,
          aliases: [{ name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true }],
        },
        { parent },
      );
    }
  }
}
