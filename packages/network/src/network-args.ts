import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** How private subnets reach the internet. */
export enum NatGateways {
  /** One NAT gateway in each zone: a zone that fails takes only its own way out along. */
  PerZone = "per-zone",
  /** One NAT gateway for all zones: cheaper, but when its zone fails every zone loses its way out. */
  Single = "single",
}

/** The ways out, unless told otherwise. */
export const DEFAULT_NAT_GATEWAYS = NatGateways.PerZone;

/** The flow logs of a {@link Network}. */
export interface FlowLogsArgs {
  /**
   * Days for which CloudWatch Logs keeps a record: 1, 3, 5, 7, 14, 30, 60, 90, 120, 150, 180, 365, 400, 545, 731, 1096,
   * 1827, 2192, 2557, 2922, 3288 or 3653.
   *
   * @see https://docs.aws.amazon.com/AmazonCloudWatchLogs/latest/APIReference/API_PutRetentionPolicy.html
   */
  retentionDays: pulumi.Input<number>;
}

/** The arguments of {@link Network}. */
export interface NetworkArgs {
  /** The account and the Region of the network; a preview shows from it whose flow logs the role serves. */
  place: Place;

  /**
   * The network's IPv4 range, from /16 to /24, such as `10.0.0.0/16`. It is cut into sixteen blocks: the nth zone's
   * private subnet is the nth block, its public subnet the (n+8)th. Plain, because the subnets' ranges follow from it.
   *
   * @see https://docs.aws.amazon.com/vpc/latest/userguide/vpc-cidr-blocks.html
   */
  cidr: string;

  /**
   * Two to six Availability Zones of the Region, such as `eu-west-1a`. Add zones at the end: the order places subnets.
   * Plain, because each zone has subnets of its own.
   */
  zones: string[];

  /**
   * How private subnets reach the internet: one NAT gateway in each zone, or one for all.
   *
   * @default NatGateways.PerZone
   */
  natGateways?: NatGateways;

  /**
   * Records of all traffic in CloudWatch Logs.
   *
   * @default - no flow logs
   */
  flowLogs?: FlowLogsArgs;

  /**
   * Tags for each resource that takes any; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
