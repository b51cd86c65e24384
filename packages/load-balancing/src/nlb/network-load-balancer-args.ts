import { type Tags } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type WeightedForwardArgs } from "../routing/action";
import { type AlarmArgs } from "../shared/alarms";
import { type AliasArgs } from "../shared/alias";
import { type CertificateArgs } from "../shared/certificate";
import { type EndpointServiceArgs } from "./endpoint-service";
import { type LogArgs } from "../shared/logs";
import { type PeerArgs } from "../shared/peer";
import { type TargetGroupArgs } from "../target-group/target-group-args";

export enum NetworkProtocol {
  /** Connections, passed on as they come. */
  Tcp = "TCP",
  /** Connections whose TLS the load balancer ends. */
  Tls = "TLS",
  Udp = "UDP",
  /** TCP and UDP on one port. */
  TcpUdp = "TCP_UDP",
  /** QUIC, passed on as it comes. The load balancer then has no security group. */
  Quic = "QUIC",
  /** TCP and QUIC on one port. The load balancer then has no security group. */
  TcpQuic = "TCP_QUIC",
}
export enum NetworkAddressType {
  Ipv4 = "ipv4",
  /** IPv4 and IPv6; the subnets must have IPv6 ranges. */
  Dualstack = "dualstack",
}
export enum AlpnPolicy {
  Http1Only = "HTTP1Only",
  Http2Only = "HTTP2Only",
  Http2Optional = "HTTP2Optional",
  Http2Preferred = "HTTP2Preferred",
  None = "None",
}
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
  /** The subnet, one for each zone. */
  subnetId: pulumi.Input<string>;
  /** An Elastic IP address. Internet-facing only. */
  allocationId?: pulumi.Input<string>;
  /** An address of the subnet. Internal only. */
  privateIpv4Address?: pulumi.Input<string>;
  /** An IPv6 address of the subnet. Dualstack only. */
  ipv6Address?: pulumi.Input<string>;
}

/** One listener of a Network Load Balancer: exactly one of forward and weightedForward, or neither for the only target group. */
export interface NetworkListenerArgs {
  /** The port, from 1 to 65535; different on each listener. */
  port: number;
  /** @default NetworkProtocol.Tcp */
  protocol?: NetworkProtocol;
  /**
   * The key of the target group.
   *
   * @default - the only target group
   */
  forward?: string;
  /** Shares out connections among several target groups. */
  weightedForward?: WeightedForwardArgs;
  /**
   * The certificate. TLS only.
   *
   * @default - the load balancer's
   */
  certificate?: CertificateArgs;
  /**
   * Certificates for further domains, by a name of yours. TLS only.
   *
   * @default - none
   */
  extraCertificates?: Record<string, CertificateArgs>;
  /**
   * One of AWS's TLS policies, at least TLS 1.2. TLS only.
   *
   * @default "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09"
   */
  tlsPolicy?: pulumi.Input<string>;
  /**
   * Which protocols to agree on with clients. TLS only.
   *
   * @default AlpnPolicy.None
   */
  alpnPolicy?: AlpnPolicy;
  /**
   * Seconds for which a connection may be idle, from 60 to 6000. TCP only.
   *
   * @default - AWS's 350
   */
  idleTimeoutSeconds?: number;
}

/** The arguments of a {@link NetworkLoadBalancer}. */
export interface NetworkLoadBalancerArgs {
  /**
   * The VPC. AWS keeps a load balancer in its VPC, so that another one here replaces it and all that is tied to the VPC:
   * the new is made, the `aliases` lead to it, and then the old is deleted, for which `deletionProtection` must be off.
   * AWS refuses the new one the static addresses that the old one holds: give `subnetMappings` others for the move.
   */
  vpcId: pulumi.Input<string>;
  /** Subnets in at least two zones, one for each zone. Either these or `subnetMappings`. */
  subnetIds?: pulumi.Input<pulumi.Input<string>[]>;
  /** Subnets in at least two zones, with static addresses of yours. */
  subnetMappings?: SubnetMappingArgs[];
  /**
   * Whether to make an Elastic IP address for each of `subnetIds`, which must then be a plain list. Its entries' order
   * matters where they are outputs: append, do not insert.
   *
   * @default false
   */
  elasticIps?: boolean;
  /**
   * Whether only the VPC and networks connected to it reach the load balancer.
   *
   * @default false
   */
  internal?: boolean;
  /** @default NetworkAddressType.Ipv4 */
  ipAddressType?: NetworkAddressType;
  /**
   * Whether each subnet's IPv6 prefix is the source of UDP to IPv6 targets. Dualstack only.
   *
   * @default false
   */
  ipv6SourceNatPrefix?: boolean;
  /**
   * Secondary addresses for each subnet, from 0 to 7: more connections to each target. Fewer replace the load balancer.
   *
   * @default 0
   */
  secondaryAddresses?: number;
  /**
   * Who may connect, by a name of yours.
   *
   * @default - internet-facing: everyone. Internal: required
   */
  sources?: Record<string, PeerArgs>;
  /**
   * Where the targets are, by a name of yours: the VPC's range, say. Only their ports are opened.
   *
   * @default - any address; an Application Load Balancer as target: its security group
   */
  destinations?: Record<string, PeerArgs>;
  /**
   * Security groups that exist, instead of one that is made. Their rules are yours, so `sources` and `destinations` are
   * left out.
   *
   * @default - a security group is made, because none can be added later
   */
  securityGroupIds?: pulumi.Input<string>[];
  /** The target groups, by a key that listeners name. */
  targetGroups: Record<string, TargetGroupArgs>;
  /** The listeners. */
  listeners: NetworkListenerArgs[];
  /** The certificate of the TLS listeners. */
  certificate?: CertificateArgs;
  /**
   * Whether each zone reaches the targets of all zones. AWS charges for the traffic between zones.
   *
   * @default true
   */
  crossZone?: boolean;
  /** @default ClientRouting.AnyZone */
  clientRouting?: ClientRouting;
  /**
   * Whether AWS refuses to delete the load balancer. Turn it off and deploy before you destroy or move it.
   *
   * @default true
   */
  deletionProtection?: boolean;
  /**
   * Whether AWS may shift traffic away from a failing zone.
   *
   * @default true
   */
  zonalShift?: boolean;
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
  allowPrivateLinkPastSecurityGroup?: boolean;
  /**
   * Names in Route 53 that lead to the load balancer.
   *
   * @default - none
   */
  aliases?: AliasArgs[];
  /**
   * What is logged, and where. AWS logs only what comes to TLS listeners.
   *
   * @default - requests, to a bucket that is made
   */
  logs?: LogArgs;
  /**
   * When alarms go off: rejected connections and unhealthy targets.
   *
   * @default - there are no alarms
   */
  alarms?: AlarmArgs;
  /** Tags of all resources. */
  tags?: Tags;
}
