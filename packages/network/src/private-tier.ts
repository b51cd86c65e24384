import * as ec2 from "@pulumi/aws/ec2";
import { nameTag } from "@groundwork/core";
import { zoneBlocks } from "./address-plan";
import { type NetworkContext } from "./network-context";
import { createSubnet, type RoutedSubnet } from "./subnet";

/** The subnets that nobody outside reaches, each with routes of its own. */
export interface PrivateTier {
  subnets: RoutedSubnet[];
  routes: ec2.RouteTable[];
}

/**
 * Creates a private subnet in each zone.
 *
 * @param natGateways The ways out: one for each zone, or one for all.
 */
export function createPrivateTier(context: NetworkContext, natGateways: ec2.NatGateway[]): PrivateTier {
  const { vpc, range, tags, parent } = context;
  const tier: PrivateTier = { subnets: [], routes: [] };
  for (const [index, zone] of context.zones.entries()) {
    const name = `${context.name}-private-${zone}`;
    const routes = new ec2.RouteTable(
      `${name}-route-table`,
      { vpcId: vpc.id, tags: nameTag(name, tags) },
      { parent, aliases: [{ name: `${name}-routes` }] },
    );
    const natGatewayId = (natGateways[index] ?? natGateways[0]!).id;
    const defaultRoute = new ec2.Route(
      `${name}-default-route`,
      { routeTableId: routes.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId },
      { parent },
    );
    const cidrBlock = zoneBlocks(range, index).privateCidr;
    tier.subnets.push(createSubnet({ ...context, name }, { availabilityZone: zone, cidrBlock, routes, defaultRoute }));
    tier.routes.push(routes);
  }
  return tier;
}
