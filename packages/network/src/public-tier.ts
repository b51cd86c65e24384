import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { zoneBlocks } from "./address-plan";
import { NatGateways } from "./network-args";
import { type NetworkContext } from "./network-context";
import { createSubnet, type RoutedSubnet } from "./subnet";

/** The subnets that reach the internet themselves, and the ways out that they hold for the others. */
export interface PublicTier {
  subnets: RoutedSubnet[];
  routes: ec2.RouteTable;
  /** One for each zone, or one for all. */
  natGateways: ec2.NatGateway[];
}

/** Creates a public subnet in each zone, the internet gateway, and the NAT gateways. */
export function createPublicTier(context: NetworkContext, natGateways: NatGateways): PublicTier {
  const { name, vpc, zones, range, tags, parent } = context;
  const internetGateway = new ec2.InternetGateway(
    `${name}-internet-gateway`,
    { vpcId: vpc.id, tags: nameTag(name, tags) },
    { parent },
  );
  const routes = new ec2.RouteTable(
    `${name}-public-route-table`,
    { vpcId: vpc.id, tags: nameTag(`${name}-public`, tags) },
    { parent, aliases: [{ name: `${name}-public-routes` }] },
  );
  const defaultRoute = new ec2.Route(
    `${name}-public-default-route`,
    { routeTableId: routes.id, destinationCidrBlock: "0.0.0.0/0", gatewayId: internetGateway.id },
    { parent },
  );
  const subnets = zones.map((zone, index) =>
    createSubnet(
      { ...context, name: `${name}-public-${zone}` },
      { availabilityZone: zone, cidrBlock: zoneBlocks(range, index).publicCidr, routes, defaultRoute },
    ),
  );
  const waysOut = natGateways === NatGateways.Single ? subnets.slice(0, 1) : subnets;
  return {
    subnets,
    routes,
    natGateways: waysOut.map(({ id }, index) =>
      createNatGateway(context, { zone: zones[index]!, subnetId: id, defaultRoute }),
    ),
  };
}

/** Where a NAT gateway is, and the way to the internet without which it does not work. */
interface NatGatewayArgs {
  zone: string;
  subnetId: pulumi.Output<string>;
  defaultRoute: ec2.Route;
}

/** Creates a NAT gateway with an address of its own. */
function createNatGateway(
  { name, tags, parent }: NetworkContext,
  { zone, subnetId, defaultRoute }: NatGatewayArgs,
): ec2.NatGateway {
  const own = nameTag(`${name}-nat-${zone}`, tags);
  const address = new ec2.Eip(
    `${name}-public-${zone}-elastic-ip`,
    { domain: "vpc", tags: own },
    { parent, dependsOn: defaultRoute, aliases: [{ name: `${name}-nat-${zone}-address` }] },
  );
  return new ec2.NatGateway(
    `${name}-public-${zone}-nat-gateway`,
    { allocationId: address.allocationId, subnetId, tags: own },
    { parent, aliases: [{ name: `${name}-nat-${zone}` }] },
  );
}
