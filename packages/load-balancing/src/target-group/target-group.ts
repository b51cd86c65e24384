import { type Context, mergeTags, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { limitedName } from "../shared/names";
import { onOff, text } from "../shared/texts";
import { attachAlb } from "./alb-target";
import { healthCheckInputs } from "./health-check";
import { attachLambda } from "./lambda-target";
import { stickinessInputs } from "./stickiness";
import { TargetType, type TargetGroupArgs } from "./target-group-args";
import { type TargetGroupContext, targetProtocol, healthCheckContext } from "./target-group-plan";
import { ProtocolVersion } from "./target-protocol";

/** A target group with its targets. */
export function createTargetGroup(context: Context & TargetGroupContext, args: TargetGroupArgs): lb.TargetGroup {
  const { parent, name, tags } = context;
  const own = limitedName(name, "target-group", name);
  const targetGroup = new lb.TargetGroup(
    own.name,
    {
      ...(args.lambdaTarget === undefined ? networkInputs(args, context) : lambdaInputs(args)),
      healthCheck: healthCheck(args, context.type),
      tags: nameTag(name, mergeTags(tags, args.tags)),
    },
    { parent, aliases: own.aliases },
  );
  if (args.lambdaTarget !== undefined) {
    attachLambda(context, targetGroup, args.lambdaTarget);
  }
  if (args.albTarget !== undefined) {
    attachAlb(context, targetGroup, args.albTarget);
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

function healthCheck(args: TargetGroupArgs, type: LoadBalancerType) {
  if (args.lambdaTarget !== undefined && args.healthCheck === undefined) {
    return { enabled: false };
  }
  return healthCheckInputs(args.healthCheck ?? {}, healthCheckContext(args, type));
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
    protocol: targetProtocol(args, context.type),
    protocolVersion:
      context.type === LoadBalancerType.Network ? undefined : (args.protocolVersion ?? ProtocolVersion.Http1),
    vpcId: context.vpcId,
    ipAddressType: args.ipAddressType,
    stickiness: stickinessInputs(args.stickiness),
    deregistrationDelay: args.deregistrationDelaySeconds,
    slowStart: args.slowStartSeconds,
    loadBalancingAlgorithmType: args.algorithm,
    loadBalancingAnomalyMitigation: onOff(args.anomalyMitigation),
    loadBalancingCrossZoneEnabled: text(args.crossZone),
    targetGroupHealth: healthThresholds(args),
    preserveClientIp: text(args.preserveClientIp),
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
