import * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";
import { checkNetwork } from "./check-network";
import { createFlowLogs } from "./flow-logs";
import { NatGateways } from "./nat-gateways";
import { createPrivateTier } from "./private-tier";
import { createPublicTier } from "./public-tier";
import { regionOfZones, type NetworkContext } from "./network-context";

/** The flow logs of a {@link Network}. */
export interface FlowLogsArgs {
  /**
   * Days for which CloudWatch Logs keeps a record: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
   * 1827, 2192, 2557, 2922, 3288 or 3653.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  retentionDays: number;
}

/** The arguments of {@link Network}. */
export interface NetworkArgs {
  /**
   * The network's IPv4 range, from /16 to /24, such as `10.0.0.0/16`. It is cut into sixteen blocks: the nth zone's
   * private subnet is the nth block, its public subnet the (n+8)th.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  cidr: string;

  /** Two to six Availability Zones of one Region, such as `eu-west-1a`. Add zones at the end: the order places subnets. */
  zones: string[];

  /** @default NatGateways.PerZone */
  natGateways?: NatGateways;

  /** Records of all traffic in CloudWatch Logs. @default - no flow logs */
  flowLogs?: FlowLogsArgs;

  /** @default - a `Name` tag on each resource */
  tags?: Tags;
}

/**
 * A VPC over several zones: in each a public subnet for load balancers and a private one for everything else.
 *
 * Nothing gets a public address unless it asks for one, the default security group admits nobody, and S3 is reached
 * without leaving AWS's network. It makes no look-up.
 */
export class Network extends pulumi.ComponentResource {
  readonly vpcId: pulumi.Output<string>;

  /** The public subnets' ids, one for each zone, in the order of the zones. */
  readonly publicSubnetIds: pulumi.Output<string>[];

  /** The private subnets' ids, one for each zone, in the order of the zones. */
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
    const context: NetworkContext = { name, vpc, range, zones: args.zones, tags: args.tags, parent: this };

    closeDefaultSecurityGroup(context);
    const publicTier = createPublicTier(context, args.natGateways ?? NatGateways.PerZone);
    const privateTier = createPrivateTier(context, publicTier.natGateways);
    createS3Endpoint(context, [publicTier.routes, ...privateTier.routes]);
    if (args.flowLogs !== undefined) {
      createFlowLogs(context, args.flowLogs.retentionDays);
    }

    this.vpcId = vpc.id;
    this.publicSubnetIds = publicTier.subnets.map((subnet) => subnet.id);
    this.privateSubnetIds = privateTier.subnets.map((subnet) => subnet.id);
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
function createS3Endpoint({ name, vpc, zones, tags, parent }: NetworkContext, routes: ec2.RouteTable[]): void {
  new ec2.VpcEndpoint(
    `${name}-s3-endpoint`,
    {
      vpcId: vpc.id,
      vpcEndpointType: "Gateway",
      serviceName: `com.amazonaws.${regionOfZones(zones)}.s3`,
      routeTableIds: routes.map((table) => table.id),
      tags: nameTag(`${name}-s3`, tags),
    },
    { parent },
  );
}
