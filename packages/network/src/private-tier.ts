import * as ec2 from "@pulumi/aws/ec2";
import { nameTag } from "@groundwork/core";
import { zoneBlocks } from "./address-plan";
import { type NetworkContext } from "./network-context";

/** The subnets that nobody outside reaches, each with routes of its own. */
export interface PrivateTier {
  subnets: ec2.Subnet[];
  routes: ec2.RouteTable[];
}

/**
 * Creates a private subnet in each zone.
 *
 * @param natGateways The ways out: one for each zone, or one for all.
 */
export function createPrivateTier(context: NetworkContext, natGateways: ec2.NatGateway[]): PrivateTier {
  const { name, vpc, zones, range, tags, parent } = context;
  const tier: PrivateTier = { subnets: [], routes: [] };
  for (const [index, zone] of zones.entries()) {
    const subnet = new ec2.Subnet(
      `${name}-private-${zone}`,
      {
        vpcId: vpc.id,
        availabilityZone: zone,
        cidrBlock: zoneBlocks(range, index).privateCidr,
        mapPublicIpOnLaunch: false,
        tags: nameTag(`${name}-private-${zone}`, tags),
      },
      { parent },
    );
    const routes = new ec2.RouteTable(
      `${name}-private-${zone}-routes`,
      { vpcId: vpc.id, tags: nameTag(`${name}-private-${zone}`, tags) },
      { parent },
    );
    new ec2.Route(
      `${name}-private-${zone}-default-route`,
      {
        routeTableId: routes.id,
        destinationCidrBlock: "0.0.0.0/0",
        natGatewayId: (natGateways[index] ?? natGateways[0]!).id,
      },
      { parent },
    );
    new ec2.RouteTableAssociation(
      `${name}-private-${zone}-association`,
      { subnetId: subnet.id, routeTableId: routes.id },
      { parent },
    );
    tier.subnets.push(subnet);
    tier.routes.push(routes);
  }
  return tier;
}
