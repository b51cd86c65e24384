import { type Place, type Tags } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type AlarmArgs } from "../shared/alarms-args";
import { type AliasArgs } from "../shared/alias-args";
import { type CertificateArgs } from "../shared/certificate-args";
import { type DomainArgs } from "../shared/domain-args";
import { type LogArgs } from "../shared/logs-args";
import { type PeerArgs } from "../shared/peer-args";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { type EndpointServiceArgs } from "./endpoint-service-args";
import { type NetworkListenerArgs } from "./network-listener-args";

/** The addresses of a Network Load Balancer. */
export enum NetworkAddressType {
  Ipv4 = "ipv4",
  /** IPv4 and IPv6; the subnets must have IPv6 ranges. */
  Dualstack = "dualstack",
}

/** Whose zone's address a client in the VPC is given. */
export enum ClientRouting {
  /** Any zone's. */
  AnyZone = "any_availability_zone",
  /** Its own zone's, for 85 in 100 look-ups. */
  PreferOwnZone = "partial_availability_zone_affinity",
  /** Its own zone's. */
  OwnZone = "availability_zone_affinity",
}

/** A subnet and the load balancer's static addresses in it. */
export interface SubnetMappingArgs {
  /** The subnet's id; one subnet for each zone. */
  subnetId: pulumi.Input<string>;

  /**
   * The allocation id of an Elastic IP address. Internet-facing only.
   *
   * @default - AWS picks an address
   */
  allocationId?: pulumi.Input<string>;

  /**
   * An address of the subnet. Internal only.
   *
   * @default - AWS picks an address
   */
  privateIpv4Address?: pulumi.Input<string>;

  /**
   * An IPv6 address of the subnet. Dualstack only.
   *
   * @default - AWS picks an address
   */
  ipv6Address?: pulumi.Input<string>;
}

/** The arguments of a {@link NetworkLoadBalancer}. */
export interface NetworkLoadBalancerArgs {
  /**
   * The account and the Region that the load balancer is in, for the policy of its log bucket.
   *
   * @default - its security group's, or with `securityGroupIds` those of the credentials, by a look-up
   */
  place?: Place;

  /**
   * The VPC's id. AWS keeps a load balancer in its VPC, so that another one here replaces it and all that is tied to the VPC:
   * the new is made, the `aliases` lead to it, and then the old is deleted, for which `deletionProtection` must be off.
   * AWS refuses the new one the static addresses that the old one holds: give `subnetMappings` others for the move.
   */
  vpcId: pulumi.Input<string>;

  /**
   * The ids of subnets in at least two zones, one for each zone. Either these or `subnetMappings`.
   *
   * @default - `subnetMappings` says where it is
   */
  subnetIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Subnets in at least two zones, with static addresses of yours.
   *
   * @default - `subnetIds` says where it is
   */
  subnetMappings?: SubnetMappingArgs[];

  /**
   * Whether to make an Elastic IP address for each of `subnetIds`, which must then be a plain list, because their number
   * decides what is made. Its entries' order matters where they are outputs: append, do not insert.
   *
   * @default false
   */
  elasticIps?: boolean;

  /**
   * Whether Pulumi refuses to delete the Elastic IP addresses that were made, because others have them in their allow-lists
   * and AWS never gives the same ones again. Turn it off and deploy before you destroy them.
   *
   * @default true
   */
  protectElasticIps?: boolean;

  /**
   * Whether only the VPC and networks connected to it reach the load balancer. Plain, because `sources` depends on it.
   *
   * @default false
   */
  internal?: boolean;

  /**
   * The addresses that it has. Plain, because each family has rules and records of its own.
   *
   * @default NetworkAddressType.Ipv4
   */
  ipAddressType?: NetworkAddressType;

  /**
   * Whether each subnet's IPv6 prefix is the source of UDP to IPv6 targets. Dualstack only.
   *
   * @default false
   */
  ipv6SourceNatPrefix?: pulumi.Input<boolean>;

  /**
   * Secondary addresses for each subnet, from 0 to 7: more connections to each target. Fewer replace the load balancer.
   *
   * @default 0
   */
  secondaryAddresses?: pulumi.Input<number>;

  /**
   * Who may connect, by a name of yours. Plain, because each is a rule of its own.
   *
   * @default - internet-facing: everyone. Internal: required
   */
  sources?: Record<string, PeerArgs>;

  /**
   * Where the targets are, by a name of yours: the VPC's range, say. Only their ports are opened. Plain, because each is
   * a rule of its own.
   *
   * @default - any address; an Application Load Balancer as target: its security group
   */
  destinations?: Record<string, PeerArgs>;

  /**
   * The ids of security groups that exist, instead of one that is made. Their rules are yours, so `sources` and
   * `destinations` are left out.
   *
   * @default - a security group is made, because none can be added later
   */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /** The target groups, by a key that listeners name. Plain, because each is a resource of its own. */
  targetGroups: Record<string, TargetGroupArgs>;

  /** The listeners. Plain, because each is a resource of its own. */
  listeners: NetworkListenerArgs[];

  /**
   * The name of the load balancer: makes its certificate, which the TLS listeners take, proves it, and leads the name
   * here. Excludes `certificate`; `aliases` may stand beside it. Plain, because its records are named after it.
   *
   * @default - `certificate` and `aliases` say so
   */
  domain?: DomainArgs;

  /**
   * The certificate of the TLS listeners.
   *
   * @default - `domain`'s, or each TLS listener has its own
   */
  certificate?: CertificateArgs;

  /**
   * Whether each zone reaches the targets of all zones. AWS charges for the traffic between zones.
   *
   * @default true
   */
  crossZone?: pulumi.Input<boolean>;

  /**
   * Whose zone's address a client in the VPC is given.
   *
   * @default ClientRouting.AnyZone
   */
  clientRouting?: pulumi.Input<ClientRouting>;

  /**
   * Whether AWS refuses to delete the load balancer. Turn it off and deploy before you destroy or move it.
   *
   * @default true
   */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * Whether AWS may shift traffic away from a failing zone.
   *
   * @default true
   */
  zonalShift?: pulumi.Input<boolean>;

  /**
   * Load balancer capacity units that are held ready, for a rush that is known beforehand.
   *
   * @default - none: capacity follows the traffic
   */
  capacityUnits?: pulumi.Input<number>;

  /**
   * An endpoint service, through which other VPCs and accounts reach the load balancer by PrivateLink.
   *
   * @default - none
   */
  endpointService?: EndpointServiceArgs;

  /**
   * Lets traffic from PrivateLink past the security group.
   *
   * @default false
   */
  allowPrivateLinkPastSecurityGroup?: pulumi.Input<boolean>;

  /**
   * Names in Route 53 that lead to the load balancer. Plain, because each has a record of its own.
   *
   * @default - none
   */
  aliases?: AliasArgs[];

  /**
   * What is logged, and where. AWS logs only what comes to TLS listeners.
   *
   * @default - with a TLS listener: requests, to a bucket that is made
   */
  logs?: LogArgs;

  /**
   * When alarms go off: rejected connections, unhealthy targets, too few healthy ones, and TLS that fails at them.
   *
   * @default - there are no alarms
   */
  alarms?: AlarmArgs;

  /**
   * Tags of all resources; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
