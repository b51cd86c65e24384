import * as ec2 from "@pulumi/aws/ec2";
import type * as pulumi from "@pulumi/pulumi";
import { after, nameTag } from "@groundwork/core";
import { type NetworkContext } from "./network-context";

/** Where a subnet is, and how it is left. */
interface SubnetArgs {
  availabilityZone: string;
  cidrBlock: string;
  routes: ec2.RouteTable;
  /** The way out of that route table. */
  defaultRoute: ec2.Route;
}

/** A subnet, and its id for whatever is made in it. */
export interface RoutedSubnet {
  subnet: ec2.Subnet;
  /**
   * Known once the subnet has its way out: AWS refuses a load balancer that faces an internet which is not there yet, and
   * instances that find no way out fail while they start.
   */
  id: pulumi.Output<string>;
}

/** Creates a subnet that follows a route table, and in which nobody gets a public address without asking for one. */
export function createSubnet(
  { name, vpc, tags, parent }: NetworkContext,
  { availabilityZone, cidrBlock, routes, defaultRoute }: SubnetArgs,
): RoutedSubnet {
  const subnet = new ec2.Subnet(
    `${name}-subnet`,
    { vpcId: vpc.id, availabilityZone, cidrBlock, mapPublicIpOnLaunch: false, tags: nameTag(name, tags) },
    { parent, aliases: [{ name }] },
  );
  const association = new ec2.RouteTableAssociation(
    `${name}-route-table-association`,
    { subnetId: subnet.id, routeTableId: routes.id },
    { parent, aliases: [{ name: `${name}-association` }] },
  );
  return { subnet, id: after(subnet.id, [defaultRoute.id, association.id]) };
}
