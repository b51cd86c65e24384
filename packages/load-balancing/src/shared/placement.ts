import { type Checks, ConfigError } from "@groundwork/core";
import * as pulumi from "@pulumi/pulumi";
import { checkPeers } from "./peer";
import { type PeerArgs } from "./peer-args";

/** The fewest zones of a load balancer: with one, a zone's failure is an outage. */
export const MIN_ZONES = 2;

/** Records a mistake if there are fewer subnets than zones, so far as the subnets are known. */
export function checkSubnets(
  checks: Checks,
  field: string,
  subnetIds: pulumi.Input<pulumi.Input<string>[]> | undefined,
): void {
  if (Array.isArray(subnetIds)) {
    const ids = new Set(subnetIds);
    checks.that(
      ids.size >= MIN_ZONES,
      field,
      subnetIds,
      `subnets in at least ${MIN_ZONES} zones`,
      "add a subnet of another zone, so that the load balancer outlives a zone",
    );
    checks.that(ids.size === subnetIds.length, field, subnetIds, "different from each other", "list each subnet once");
  }
}

/** Subnets that are known only at deployment, checked as soon as they are. */
export function checkedSubnets(
  component: string,
  name: string,
  subnetIds: pulumi.Input<pulumi.Input<string>[]>,
): pulumi.Input<pulumi.Input<string>[]> {
  if (Array.isArray(subnetIds)) {
    return subnetIds;
  }
  return pulumi.output(subnetIds).apply((ids) => {
    if (new Set(ids).size < MIN_ZONES) {
      throw new ConfigError(`${component} "${name}"`, [
        `subnetIds is ${JSON.stringify(ids)}, but must be subnets in at least ${MIN_ZONES} zones; add a subnet of another zone.`,
      ]);
    }
    return ids;
  });
}

/** Who may reach a load balancer, and what it may reach. */
interface NetworkAccess {
  internal?: boolean;
  sources?: Record<string, PeerArgs>;
  destinations?: Record<string, PeerArgs>;
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;
}

/** Records the mistakes in who may connect and where to. */
export function checkNetworkAccess(checks: Checks, args: NetworkAccess): void {
  checkPeers(checks, "sources", args.sources);
  checkPeers(checks, "destinations", args.destinations);
  if (args.securityGroupIds !== undefined) {
    checks.count(
      "securityGroupIds",
      args.securityGroupIds,
      1,
      Infinity,
      "at least one group",
      "leave it out, and one is made",
    );
    for (const key of ["sources", "destinations"] as const) {
      checks.leftOut(
        key,
        args[key],
        "beside securityGroupIds: rules inside a group and rules beside it overwrite each other",
        "put the rules where those groups are made, or leave securityGroupIds out",
      );
    }
    return;
  }
  checks.that(
    args.internal !== true || args.sources !== undefined,
    "sources",
    args.sources,
    "who may connect to an internal load balancer",
    "pass the ranges or groups, or {} behind a Network Load Balancer",
  );
}
