import type * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { type Opening, Transport } from "../shared/opening";
import { albHealthCheckProtocol } from "./alb-target";
import { HealthCheckProtocol } from "./health-check-args";
import { type HealthCheckContext } from "./health-check-plan";
import { type TargetGroupArgs } from "./target-group-args";
import { ProtocolVersion, TargetProtocol } from "./target-protocol";

/** What a target group must fit: the load balancer in front of it. */
export interface TargetGroupContext {
  type: LoadBalancerType;
  vpcId: pulumi.Input<string>;
  /** Whether the load balancer crosses zones; undefined where only its owner knows. */
  crossZone: pulumi.Input<boolean> | undefined;
}

/** The protocol of a target group, with the default of its load balancer; a function has none. */
export function targetProtocol(args: TargetGroupArgs, type: LoadBalancerType): TargetProtocol | undefined {
  if (args.lambdaTarget !== undefined) {
    return undefined;
  }
  return args.protocol ?? (type === LoadBalancerType.Network ? TargetProtocol.Tcp : TargetProtocol.Https);
}

/** Whether each target needs a server id of its own. */
export function isQuicTarget(args: TargetGroupArgs, type: LoadBalancerType): boolean {
  const protocol = targetProtocol(args, type);
  return protocol === TargetProtocol.Quic || protocol === TargetProtocol.TcpQuic;
}

/** What a target group's health check must fit. */
export function healthCheckContext(args: TargetGroupArgs, type: LoadBalancerType): HealthCheckContext {
  const { Http, Https, Tcp } = HealthCheckProtocol;
  const base = {
    type,
    grpc: args.protocolVersion === ProtocolVersion.Grpc,
    lambda: args.lambdaTarget !== undefined,
  };
  if (args.albTarget !== undefined) {
    return { ...base, protocol: albHealthCheckProtocol(args.albTarget, args.port), allowedProtocols: [Http, Https] };
  }
  if (type === LoadBalancerType.Network) {
    return { ...base, protocol: Tcp, allowedProtocols: [Tcp, Http, Https] };
  }
  const protocol = targetProtocol(args, type) === TargetProtocol.Http ? Http : Https;
  return { ...base, protocol, allowedProtocols: [Http, Https] };
}

/** The ports that a load balancer must reach for one target group: its targets' and, where another, the check's. */
export function targetOpenings(args: TargetGroupArgs, type: LoadBalancerType): Opening[] {
  if (args.lambdaTarget !== undefined || args.port === undefined) {
    return [];
  }
  const { Udp, Quic, TcpUdp, TcpQuic } = TargetProtocol;
  const protocol = targetProtocol(args, type);
  const tcp = protocol !== Udp && protocol !== Quic;
  const udp = protocol === Udp || protocol === Quic || protocol === TcpUdp || protocol === TcpQuic;
  return [
    ...(tcp ? [{ port: args.port, transport: Transport.Tcp }] : []),
    ...(udp ? [{ port: args.port, transport: Transport.Udp }] : []),
    // A health check always opens a TCP connection, whatever the traffic.
    { port: args.healthCheck?.port ?? args.port, transport: Transport.Tcp },
    ...(args.targetControlPort === undefined ? [] : [{ port: args.targetControlPort, transport: Transport.Tcp }]),
  ];
}
