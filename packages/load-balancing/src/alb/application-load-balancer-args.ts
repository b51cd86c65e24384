import { type Place, type Tags } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type BlueGreenArgs } from "../routing/blue-green-args";
import { type PriorityBandArgs } from "../routing/priority-band-args";
import { type AlarmArgs } from "../shared/alarms-args";
import { type AliasArgs } from "../shared/alias-args";
import { type CertificateArgs } from "../shared/certificate-args";
import { type DomainArgs } from "../shared/domain-args";
import { type LogArgs } from "../shared/logs-args";
import { type PeerArgs } from "../shared/peer-args";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { type ApplicationListenerArgs } from "./application-listener-args";

/** The addresses of an Application Load Balancer. */
export enum ApplicationAddressType {
  Ipv4 = "ipv4",
  /** IPv4 and IPv6; the subnets must have IPv6 ranges. */
  Dualstack = "dualstack",
  /** IPv6 for clients, without the price of public IPv4 addresses. Internet-facing only. */
  DualstackWithoutPublicIpv4 = "dualstack-without-public-ipv4",
}

/** What becomes of requests that are ambiguous, and so could smuggle another request in. */
export enum DesyncMode {
  /** Refuses what is dangerous. */
  Defensive = "defensive",
  /** Refuses whatever RFC 7230 does not allow. */
  Strictest = "strictest",
  /** Only counts them. */
  Monitor = "monitor",
}

/** What becomes of the X-Forwarded-For header. */
export enum ForwardedForMode {
  /** The client's address is added at its end. */
  Append = "append",
  /** It stays as the client sent it. */
  Preserve = "preserve",
  /** It goes. */
  Remove = "remove",
}

/** The arguments of an {@link ApplicationLoadBalancer}. */
export interface ApplicationLoadBalancerArgs {
  /**
   * The account and the Region that the load balancer is in, for the policy of its log bucket.
   *
   * @default - its security group's, or with `securityGroupIds` those of the credentials, by a look-up
   */
  place?: Place;

  /**
   * The VPC's id. AWS keeps a load balancer in its VPC, so that another one here replaces it and all that is tied to the VPC:
   * the new is made, the `aliases` lead to it, and then the old is deleted, for which `deletionProtection` must be off.
   */
  vpcId: pulumi.Input<string>;

  /** The ids of subnets in at least two zones, one for each zone: public ones, unless the load balancer is internal. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Whether only the VPC and networks connected to it reach the load balancer. Plain, because `sources` depends on it.
   *
   * @default false
   */
  internal?: boolean;

  /**
   * The addresses that it has. Plain, because each family has rules and records of its own.
   *
   * @default ApplicationAddressType.Ipv4
   */
  ipAddressType?: ApplicationAddressType;

  /**
   * The id of an IPAM pool of public IPv4 addresses, from which the load balancer takes its own. Internet-facing
   * only.
   *
   * @default - AWS picks addresses
   * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/application-load-balancers.html#ip-pools
   */
  ipamPoolId?: pulumi.Input<string>;

  /**
   * Who may connect, by a name of yours. Empty behind a Network Load Balancer, which admits itself. Plain, because each is
   * a rule of its own.
   *
   * @default - internet-facing: everyone. Internal: required
   */
  sources?: Record<string, PeerArgs>;

  /**
   * Where the targets are, by a name of yours: the VPC's range, say. Only their ports are opened. Plain, because each is
   * a rule of its own.
   *
   * @default - any address
   */
  destinations?: Record<string, PeerArgs>;

  /**
   * The ids of security groups that exist, instead of one that is made. Their rules are yours, so `sources` and
   * `destinations` are left out.
   *
   * @default - a security group is made
   */
  securityGroupIds?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * The target groups, by a key that actions name. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  targetGroups?: Record<string, TargetGroupArgs>;

  /**
   * Blue/green pairs, by a key that actions name. Plain, because each is two target groups.
   *
   * @default - none
   */
  blueGreen?: Record<string, BlueGreenArgs>;

  /**
   * The name of the load balancer: makes its certificate, which the HTTPS listeners take, proves it, and leads the name
   * here. Excludes `certificate`; `aliases` may stand beside it. Plain, because its records are named after it.
   *
   * @default - `certificate` and `aliases` say so
   */
  domain?: DomainArgs;

  /**
   * The certificate of the HTTPS listeners.
   *
   * @default - `domain`'s, or each HTTPS listener has its own
   */
  certificate?: CertificateArgs;

  /**
   * The listeners. Plain, because each is a resource of its own.
   *
   * @default - HTTPS on 443, and HTTP on 80 that redirects to it
   */
  listeners?: ApplicationListenerArgs[];

  /**
   * The priorities that other teams' rules may take on each listener (`ListenerRules`), by a team's name. They do not
   * overlap, nor take this load balancer's own: leave room below for its rules, which start at 200. Plain, because they are
   * checked against the rules.
   *
   * @default - none
   */
  priorityBands?: Record<string, PriorityBandArgs>;

  /**
   * Whether AWS refuses to delete the load balancer. Turn it off and deploy before you destroy or move it.
   *
   * @default true
   */
  deletionProtection?: pulumi.Input<boolean>;

  /**
   * Whether headers with invalid names are dropped before they reach a target.
   *
   * @default true
   */
  dropInvalidHeaders?: pulumi.Input<boolean>;

  /**
   * What becomes of requests that are ambiguous.
   *
   * @default DesyncMode.Defensive
   */
  desyncMode?: pulumi.Input<DesyncMode>;

  /**
   * What becomes of the X-Forwarded-For header.
   *
   * @default ForwardedForMode.Append
   */
  forwardedForMode?: pulumi.Input<ForwardedForMode>;

  /**
   * Whether X-Forwarded-For carries the client's port, too.
   *
   * @default false
   */
  forwardedForClientPort?: pulumi.Input<boolean>;

  /**
   * Whether targets get the Host header as the client sent it.
   *
   * @default false
   */
  preserveHostHeader?: pulumi.Input<boolean>;

  /**
   * Whether targets get headers with the client's TLS version and cipher.
   *
   * @default false
   */
  tlsHeaders?: pulumi.Input<boolean>;

  /**
   * Whether clients may speak HTTP/2.
   *
   * @default true
   */
  http2?: pulumi.Input<boolean>;

  /**
   * Seconds for which a connection may be idle, from 1 to 4000.
   *
   * @default 60
   */
  idleTimeoutSeconds?: pulumi.Input<number>;

  /**
   * Seconds for which a client may keep a connection, from 60 to 604800.
   *
   * @default 3600
   */
  clientKeepAliveSeconds?: pulumi.Input<number>;

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
   * The ARN of a web ACL of AWS WAF, regional, in the load balancer's Region.
   *
   * @default - none
   */
  webAclArn?: pulumi.Input<string>;

  /**
   * Whether requests pass while AWS WAF cannot be reached.
   *
   * @default false
   */
  allowRequestsWithoutWaf?: pulumi.Input<boolean>;

  /**
   * Names in Route 53 that lead to the load balancer. Plain, because each has a record of its own.
   *
   * @default - none
   */
  aliases?: AliasArgs[];

  /**
   * What is logged, and where.
   *
   * @default - everything, to a bucket that is made
   */
  logs?: LogArgs;

  /**
   * When alarms go off: errors, rejected connections, slow answers, unhealthy targets and too few healthy ones.
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

/** Seconds for which a connection may be idle, unless the caller says otherwise. */
export const DEFAULT_IDLE_TIMEOUT_SECONDS = 60;

/** Seconds for which a client may keep a connection, unless the caller says otherwise. */
export const DEFAULT_CLIENT_KEEP_ALIVE_SECONDS = 3600;
