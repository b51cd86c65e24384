import { type Tags } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type AddressFamily } from "../shared/address-family";
import { type AlbTargetArgs } from "./alb-target-args";
import { type AutoScalingGroupTargetArgs } from "./auto-scaling-group-target-args";
import { type HealthCheckArgs } from "./health-check-args";
import { type HealthThresholdArgs } from "./health-threshold-args";
import { type LambdaTargetArgs } from "./lambda-target-args";
import { type StickinessArgs } from "./stickiness-args";
import { type SwitchoverArgs } from "./switchover-args";
import { type TargetProtocol, type ProtocolVersion } from "./target-protocol";

/** What a target group's targets are registered by. */
export enum TargetType {
  /** Instance ids: what Auto Scaling groups register. */
  Instance = "instance",
  /** Addresses: containers with their own network interface, or machines beyond the VPC. */
  Ip = "ip",
}

/** How an Application Load Balancer picks the next target. */
export enum Algorithm {
  /** One after the other. */
  RoundRobin = "round_robin",
  /** The one with the fewest requests under way. */
  LeastOutstandingRequests = "least_outstanding_requests",
  /** Any, with equal chances. */
  WeightedRandom = "weighted_random",
}

/** Seconds for which a leaving target may finish its requests, unless the caller says otherwise. */
export const DEFAULT_DEREGISTRATION_DELAY_SECONDS = 300;

/** One target that is registered by hand. */
export interface TargetArgs {
  /** The instance id or the address. */
  id: pulumi.Input<string>;

  /**
   * The port of this target.
   *
   * @default - the target group's port
   */
  port?: pulumi.Input<number>;

  /**
   * The zone of an address; `all` for one outside the VPC.
   *
   * @default - the zone of the subnet that holds the address
   */
  availabilityZone?: pulumi.Input<string>;

  /**
   * The QUIC server id: 0x and 16 hexadecimal digits. Required for QUIC and TCP_QUIC, refused for all else.
   *
   * @default - none
   */
  quicServerId?: pulumi.Input<string>;
}

/**
 * Targets of one kind behind a load balancer: instances, addresses, one function (`lambdaTarget`) or one Application
 * Load Balancer (`albTarget`).
 *
 * It has no fixed name, so that a change of port, protocol or VPC makes the new group, has the listeners forward to it
 * and only then deletes the old one.
 */
export interface TargetGroupArgs {
  /**
   * What targets are registered by. Left out with `lambdaTarget` and `albTarget`. Plain, like the other choices here,
   * because further fields depend on it.
   *
   * @default TargetType.Instance
   */
  targetType?: TargetType;

  /**
   * The targets' port, from 1 to 65535. Required, but for a function, which has none. Plain, because the security group
   * opens it.
   *
   * @default - none, for a function
   */
  port?: number;

  /**
   * How to speak to the targets.
   *
   * @default - an Application Load Balancer: HTTPS; a Network Load Balancer: TCP
   */
  protocol?: TargetProtocol;

  /**
   * The HTTP to speak. Application Load Balancers only. GRPC needs an HTTPS listener.
   *
   * @default ProtocolVersion.Http1
   */
  protocolVersion?: ProtocolVersion;

  /**
   * The address family of the targets; IPv6 needs `TargetType.Ip`.
   *
   * @default AddressFamily.Ipv4
   */
  ipAddressType?: AddressFamily;

  /**
   * How to find out which targets work.
   *
   * @default - as its fields say; a function is not checked unless this is set, because each check is an invocation
   */
  healthCheck?: HealthCheckArgs;

  /**
   * What keeps a client at one target.
   *
   * @default - nothing
   */
  stickiness?: StickinessArgs;

  /**
   * Seconds for which a leaving target may finish its requests, from 0 to 3600.
   *
   * @default 300
   */
  deregistrationDelaySeconds?: pulumi.Input<number>;

  /**
   * Seconds over which a new target's share grows, from 30 to 900, or 0 for none. Application Load Balancers only, and
   * only with `Algorithm.RoundRobin`.
   *
   * @default 0
   */
  slowStartSeconds?: pulumi.Input<number>;

  /**
   * How to pick the next target. Application Load Balancers only.
   *
   * @default Algorithm.RoundRobin
   */
  algorithm?: Algorithm;

  /**
   * Sends less to a target that answers worse than its peers. Needs `Algorithm.WeightedRandom`.
   *
   * @default false
   */
  anomalyMitigation?: pulumi.Input<boolean>;

  /**
   * Whether each zone of the load balancer reaches the targets of all zones. Off, targets cannot be sticky.
   *
   * @default - as the load balancer is set
   */
  crossZone?: pulumi.Input<boolean>;

  /**
   * How few healthy targets a zone may have.
   *
   * @default - as its fields say
   */
  healthThresholds?: HealthThresholdArgs;

  /**
   * Whether targets see the client's own address. Network Load Balancers only; UDP cannot do without.
   *
   * @default - on for instances and for UDP and QUIC, off for addresses with TCP and TLS
   */
  preserveClientIp?: pulumi.Input<boolean>;

  /**
   * Whether each connection starts with a proxy protocol v2 header. Network Load Balancers only; the targets must
   * expect it.
   *
   * @default false
   */
  proxyProtocolV2?: pulumi.Input<boolean>;

  /**
   * Whether a leaving target's connections end with its `deregistrationDelaySeconds`. Network Load Balancers only.
   *
   * @default - off for TCP and TLS, on for UDP and TCP_UDP; for QUIC AWS's
   */
  connectionTermination?: pulumi.Input<boolean>;

  /**
   * Whether connections to a target that turns unhealthy end. Network Load Balancers with TCP or TLS only.
   *
   * @default true
   */
  unhealthyConnectionTermination?: pulumi.Input<boolean>;

  /**
   * Seconds for which an unhealthy target may finish its connections, from 0 to 360000. Needs
   * `unhealthyConnectionTermination` to be false.
   *
   * @default 0
   */
  unhealthyDrainingSeconds?: pulumi.Input<number>;

  /**
   * The port of the target control agents, from 1 to 65535, which tell the load balancer how much each target can take.
   * Application Load Balancers only. Plain, because the security group opens it.
   *
   * @default - none
   */
  targetControlPort?: number;

  /**
   * Auto Scaling groups whose instances are targets, by a name of yours: `{ web: fleet.asTarget() }`. One name means one group
   * throughout a load balancer. Plain, because each is a resource of its own. A changed port or protocol then makes the new
   * target group, registers the instances, moves the listeners and takes the old target group away last.
   *
   * @default - none
   */
  autoScalingGroups?: Record<string, AutoScalingGroupTargetArgs>;

  /**
   * Targets that are registered by hand, by a name of yours. Plain, because each is a resource of its own.
   *
   * @default - none
   */
  targets?: Record<string, TargetArgs>;

  /**
   * What a new target group waits for before it takes over from the old one. Not for functions. Plain, because it is a listener
   * and a function.
   *
   * @default - for its targets to be registered
   */
  switchover?: SwitchoverArgs;

  /**
   * The function to invoke: the target group of a serverless Application Load Balancer. Plain, because it decides what is
   * made.
   *
   * @default - the targets are no function
   */
  lambdaTarget?: LambdaTargetArgs;

  /**
   * The Application Load Balancer behind a Network Load Balancer. Plain, because it decides what is made.
   *
   * @default - the targets are no load balancer
   */
  albTarget?: AlbTargetArgs;

  /**
   * Tags beside the load balancer's.
   *
   * @default - none
   */
  tags?: Tags;
}
