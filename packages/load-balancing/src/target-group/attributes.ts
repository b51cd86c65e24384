import type * as lb from "@pulumi/aws/lb";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { onOff, text } from "../shared/texts";
import { stickinessInputs } from "./stickiness";
import { Algorithm, DEFAULT_DEREGISTRATION_DELAY_SECONDS, TargetType, type TargetGroupArgs } from "./target-group-args";
import { targetProtocol } from "./target-group-plan";
import { TargetProtocol } from "./target-protocol";

const { Tcp, Tls, Udp, TcpUdp } = TargetProtocol;

/** Where AWS ends a leaving target's connections by default; elsewhere it may not, and QUIC is not documented. */
const ENDS_CONNECTIONS: Partial<Record<TargetProtocol, boolean>> = {
  [Tcp]: false,
  [Tls]: false,
  [Udp]: true,
  [TcpUdp]: true,
};

/**
 * The attributes of a target group of instances or addresses. Each that AWS would keep is sent even where the caller says
 * nothing, with AWS's own default: else what is taken out of a program would stay on.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html
 */
export function attributeInputs(args: TargetGroupArgs, type: LoadBalancerType): Partial<lb.TargetGroupArgs> {
  return {
    stickiness: stickinessInputs(args.stickiness, targetProtocol(args, type)),
    deregistrationDelay: args.deregistrationDelaySeconds ?? DEFAULT_DEREGISTRATION_DELAY_SECONDS,
    loadBalancingCrossZoneEnabled:
      args.crossZone === undefined ? "use_load_balancer_configuration" : text(args.crossZone),
    targetGroupHealth: healthThresholds(args),
    ...(type === LoadBalancerType.Network ? networkAttributes(args) : applicationAttributes(args)),
  };
}

function applicationAttributes(args: TargetGroupArgs): Partial<lb.TargetGroupArgs> {
  return {
    slowStart: args.slowStartSeconds ?? 0,
    loadBalancingAlgorithmType: args.algorithm ?? Algorithm.RoundRobin,
    loadBalancingAnomalyMitigation: onOff(args.anomalyMitigation ?? false),
    targetControlPort: args.targetControlPort,
  };
}

function networkAttributes(args: TargetGroupArgs): Partial<lb.TargetGroupArgs> {
  const protocol = args.protocol ?? Tcp;
  const stream = protocol === Tcp || protocol === Tls;
  // Of all other protocols targets always see the client's address.
  const seesClient = stream ? (args.targetType ?? TargetType.Instance) === TargetType.Instance : undefined;
  return {
    preserveClientIp: text(args.preserveClientIp ?? seesClient),
    proxyProtocolV2: args.proxyProtocolV2 ?? false,
    connectionTermination: args.connectionTermination ?? ENDS_CONNECTIONS[protocol],
    targetHealthStates: stream
      ? [
          {
            enableUnhealthyConnectionTermination: args.unhealthyConnectionTermination ?? true,
            unhealthyDrainingInterval: args.unhealthyDrainingSeconds ?? 0,
          },
        ]
      : undefined,
  };
}

function healthThresholds({ healthThresholds = {} }: TargetGroupArgs): lb.TargetGroupArgs["targetGroupHealth"] {
  return {
    dnsFailover: {
      minimumHealthyTargetsCount: text(healthThresholds.dnsFailoverCount ?? 1),
      minimumHealthyTargetsPercentage: text(healthThresholds.dnsFailoverPercentage) ?? "off",
    },
    unhealthyStateRouting: {
      minimumHealthyTargetsCount: healthThresholds.routingCount ?? 1,
      minimumHealthyTargetsPercentage: text(healthThresholds.routingPercentage) ?? "off",
    },
  };
}
