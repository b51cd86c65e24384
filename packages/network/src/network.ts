import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { nameTag } from "@groundwork/core";
import { createFlowLogs } from "./flow-logs";
import { DEFAULT_NAT_GATEWAYS, type NetworkArgs } from "./network-args";
import { checkNetwork } from "./network-checks";
import { createPrivateTier } from "./private-tier";
import { createPublicTier } from "./public-tier";
import { type NetworkContext } from "./network-context";

/**
 * A VPC over several zones: in each a public subnet for load balancers and a private one for everything else.
 *
 * Nothing gets a public address unless it asks for one, the default security group admits nobody, and S3 is reached
 * without leaving AWS's network. It makes no look-up.
 */
export class Network extends pulumi.ComponentResource {
  /** The VPC's id. */
  readonly vpcId: pulumi.Output<string>;

  /** The public subnets' ids, one for each zone, in the order of the zones. Each waits for its route to the internet. */
  readonly publicSubnetIds: pulumi.Output<string>[];

  /** The private subnets' ids, one for each zone, in the order of the zones. Each waits for its route to the NAT gateway. */
  readonly privateSubnetIds: pulumi.Output<string>[];

  /** @throws ConfigError if the range or the zones make no network that AWS would take. */
  constructor(name: string, args: NetworkArgs, opts?: pulumi.ComponentResourceOptions) {
    const range = checkNetwork(name, args);
    super("network:index:Network", name, {}, opts);
    const vpc = new ec2.Vpc(
      `${name}-vpc`,
      { cidrBlock: args.cidr, enableDnsSupport: true, enableDnsHostnames: true, tags: nameTag(name, args.tags) },
      { parent: this },
    );
    const context: NetworkContext = {
      name,
      place: args.place,
      vpc,
      range,
      zones: args.zones,
      tags: args.tags,
      parent: this,
    };

    closeDefaultSecurityGroup(context);
    const publicTier = createPublicTier(context, args.natGateways ?? DEFAULT_NAT_GATEWAYS);
    const privateTier = createPrivateTier(context, publicTier.natGateways);
    createS3Endpoint(context, [publicTier.routes, ...privateTier.routes]);
    if (args.flowLogs !== undefined) {
      createFlowLogs(context, args.flowLogs);
    }

    this.vpcId = vpc.id;
    this.publicSubnetIds = publicTier.subnets.map(({ id }) => id);
    this.privateSubnetIds = privateTier.subnets.map(({ id }) => id);
    this.registerOutputs({
      vpcId: this.vpcId,
      publicSubnetIds: this.publicSubnetIds,
      privateSubnetIds: this.privateSubnetIds,
    });
  }
}

/** Takes the rules from the group that AWS gives to whatever names none, so that nothing is reachable by oversight. */
function closeDefaultSecurityGroup({ name, vpc, tags, parent }: NetworkContext): void {
  new ec2.DefaultSecurityGroup(
    `${name}-default-security-group`,
    { vpcId: vpc.id, ingress: [], egress: [], tags: nameTag(`${name}-default-closed`, tags) },
    { parent },
  );
}

/** Leads to S3 without a NAT gateway, which would bill each gigabyte. */
function createS3Endpoint({ name, place, vpc, tags, parent }: NetworkContext, routes: ec2.RouteTable[]): void {
  new ec2.VpcEndpoint(
    `${name}-s3-endpoint`,
    {
      vpcId: vpc.id,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${place.region}.s3`,
      routeTableIds: routes.map((table) => table.id),
      tags: nameTag(`${name}-s3`, tags),
    },
    { parent },
  );
}
