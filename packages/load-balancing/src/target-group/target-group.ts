import { mergeTags, nameStem, nameTag, type Tags } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { albHealthCheckProtocol, attachAlb } from "./alb-target";
import { healthCheckInputs, HealthCheckProtocol, type HealthCheckContext } from "./health-check";
import { attachLambda } from "./lambda-target";
import { NAME_LIMIT } from "../shared/names";
import { type Opening } from "../shared/security-group";
import { stickinessInputs } from "./stickiness";
import { ProtocolVersion, TargetProtocol, TargetType, type TargetGroupArgs } from "./target-group-args";

/** What a target group must fit: the load balancer in front of it. */
export interface TargetGroupContext {
  network: boolean;
  vpcId: pulumi.Input<string>;
  crossZone: boolean;
}

/** The protocol of a target group, with the default of its load balancer; a function has none. */
export function targetProtocol(args: TargetGroupArgs, network: boolean): TargetProtocol | undefined {
  if (args.lambdaTarget !== undefined) {
    return undefined;
  }
  return args.protocol ?? (network ? TargetProtocol.Tcp : TargetProtocol.Https);
}

/** What a target group's health check must fit. */
export function healthCheckContext(args: TargetGroupArgs, network: boolean): HealthCheckContext {
  const { Http, Https, Tcp } = HealthCheckProtocol;
  const base = {
    network,
    grpc: args.protocolVersion === ProtocolVersion.Grpc,
    lambda: args.lambdaTarget !== undefined,
  };
  if (args.albTarget !== undefined) {
    return { ...base, protocol: albHealthCheckProtocol(args.albTarget, args.port), allowedProtocols: [Http, Https] };
  }
  if (network) {
    return { ...base, protocol: Tcp, allowedProtocols: [Tcp, Http, Https] };
  }
  const protocol = targetProtocol(args, network) === TargetProtocol.Http ? Http : Https;
  return { ...base, protocol, allowedProtocols: [Http, Https] };
}

/** The ports that a load balancer must reach for one target group: its targets' and, where another, the check's. */
export function targetOpenings(args: TargetGroupArgs, network: boolean): Opening[] {
  if (args.lambdaTarget !== undefined || args.port === undefined) {
    return [];
  }
  const { Udp, Quic, TcpUdp, TcpQuic } = TargetProtocol;
  const protocol = targetProtocol(args, network);
  const tcp = protocol !== Udp && protocol !== Quic;
  const udp = protocol === Udp || protocol === Quic || protocol === TcpUdp || protocol === TcpQuic;
  return [
    ...(tcp ? [{ port: args.port, transport: "tcp" as const }] : []),
    ...(udp ? [{ port: args.port, transport: "udp" as const }] : []),
    // A health check always opens a TCP connection, whatever the traffic.
    { port: args.healthCheck?.port ?? args.port, transport: "tcp" },
    ...(args.targetControlPort === undefined ? [] : [{ port: args.targetControlPort, transport: "tcp" as const }]),
  ];
}

/** A target group with its targets. */
export function createTargetGroup(
  parent: pulumi.Resource,
  name: string,
  args: TargetGroupArgs,
  context: TargetGroupContext,
  tags: Tags | undefined,
): lb.TargetGroup {
  const targetGroup = new lb.TargetGroup(
    nameStem(name, NAME_LIMIT),
    {
      ...(args.lambdaTarget === undefined ? networkInputs(args, context) : lambdaInputs(args)),
      healthCheck: healthCheck(args, context.network),
      tags: nameTag(name, mergeTags(tags, args.tags)),
    },
    { parent },
  );
  if (args.lambdaTarget !== undefined) {
    attachLambda(parent, name, targetGroup, args.lambdaTarget);
  }
  if (args.albTarget !== undefined) {
    attachAlb(parent, name, targetGroup, args.albTarget);
  }
  for (const [key, target] of Object.entries(args.targets ?? {})) {
    new lb.TargetGroupAttachment(
      `${name}-target-${key}`,
      {
        targetGroupArn: targetGroup.arn,
        targetId: target.id,
        port: target.port,
        availabilityZone: target.availabilityZone,
        quicServerId: target.quicServerId,
      },
      { parent },
    );
  }
  return targetGroup;
}

function healthCheck(args: TargetGroupArgs, network: boolean) {
  if (args.lambdaTarget !== undefined && args.healthCheck === undefined) {
    return { enabled: false };
  }
  return healthCheckInputs(args.healthCheck ?? {}, healthCheckContext(args, network));
}

function lambdaInputs(args: TargetGroupArgs): lb.TargetGroupArgs {
  return {
    targetType: "lambda",
    lambdaMultiValueHeadersEnabled: args.lambdaTarget?.multiValueHeaders ?? true,
  };
}

function networkInputs(args: TargetGroupArgs, context: TargetGroupContext): lb.TargetGroupArgs {
  return {
    targetType: args.albTarget !== undefined ? "alb" : (args.targetType ?? TargetType.Instance),
    port: args.port,
    protocol: targetProtocol(args, context.network),
    protocolVersion: context.network ? undefined : (args.protocolVersion ?? ProtocolVersion.Http1),
    vpcId: context.vpcId,
    ipAddressType: args.ipAddressType,
    stickiness: stickinessInputs(args.stickiness),
    deregistrationDelay: args.deregistrationDelaySeconds,
    slowStart: args.slowStartSeconds,
    loadBalancingAlgorithmType: args.algorithm,
    loadBalancingAnomalyMitigation: onOff(args.anomalyMitigation),
    loadBalancingCrossZoneEnabled: args.crossZone === undefined ? undefined : String(args.crossZone),
    targetGroupHealth: healthThresholds(args),
    preserveClientIp: args.preserveClientIp === undefined ? undefined : String(args.preserveClientIp),
    proxyProtocolV2: args.proxyProtocolV2,
    connectionTermination: args.connectionTermination,
    targetHealthStates: healthStates(args),
    targetControlPort: args.targetControlPort,
  };
}

function healthThresholds(args: TargetGroupArgs): lb.TargetGroupArgs["targetGroupHealth"] {
  const thresholds = args.healthThresholds;
  if (thresholds === undefined) {
    return undefined;
  }
  return {
    dnsFailover: {
      minimumHealthyTargetsCount: text(thresholds.dnsFailoverCount),
      minimumHealthyTargetsPercentage: text(thresholds.dnsFailoverPercentage),
    },
    unhealthyStateRouting: {
      minimumHealthyTargetsCount: thresholds.routingCount,
      minimumHealthyTargetsPercentage: text(thresholds.routingPercentage),
    },
  };
}

function healthStates(args: TargetGroupArgs): lb.TargetGroupArgs["targetHealthStates"] {
  if (args.unhealthyConnectionTermination === undefined) {
    return undefined;
  }
  return [
    {
      enableUnhealthyConnectionTermination: args.unhealthyConnectionTermination,
      unhealthyDrainingInterval: args.unhealthyDrainingSeconds,
    },
  ];
}

function text(value: number | undefined): string | undefined {
  return value === undefined ? undefined : String(value);
}

function onOff(value: boolean | undefined): string | undefined {
  return value === undefined ? undefined : value ? "on" : "off";
}
