import * as ec2 from "@pulumi/aws/ec2";
import { nameTag } from "@groundwork/core";
import { type NetworkContext } from "./network-context";

/** Where a subnet is, and how it is left. */
interface SubnetArgs {
  availabilityZone: string;
  cidrBlock: string;
  routes: ec2.RouteTable;
}

/** Creates a subnet that follows a route table, and in which nobody gets a public address without asking for one. */
export function createSubnet(
  { name, vpc, tags, parent }: NetworkContext,
  { availabilityZone, cidrBlock, routes }: SubnetArgs,
): ec2.Subnet {
  const subnet = new ec2.Subnet(
    `${name}-subnet`,
    { vpcId: vpc.id, availabilityZone, cidrBlock, mapPublicIpOnLaunch: false, tags: nameTag(name, tags) },
    { parent, aliases: [{ name }] },
  );
  new ec2.RouteTableAssociation(
    `${name}-route-table-association`,
    { subnetId: subnet.id, routeTableId: routes.id },
    { parent, aliases: [{ name: `${name}-association` }] },
  );
  return subnet;
}
