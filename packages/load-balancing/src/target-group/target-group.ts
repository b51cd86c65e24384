import { type Context, mergeTags, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import { AddressFamily } from "../shared/address-family";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { limitedName } from "../shared/names";
import { attachAlb } from "./alb-target";
import { attributeInputs } from "./attributes";
import { healthCheckInputs } from "./health-check";
import { attachLambda } from "./lambda-target";
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
      ...(args.lambdaTarget === undefined ? registeredInputs(args, context) : lambdaInputs(args)),
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

function registeredInputs(args: TargetGroupArgs, context: TargetGroupContext): lb.TargetGroupArgs {
  const { type, vpcId } = context;
  const common = { port: args.port, protocol: targetProtocol(args, type), vpcId };
  if (args.albTarget !== undefined) {
    return { ...common, targetType: "alb" };
  }
  return {
    ...common,
    targetType: args.targetType ?? TargetType.Instance,
    protocolVersion: type === LoadBalancerType.Network ? undefined : (args.protocolVersion ?? ProtocolVersion.Http1),
    ipAddressType: args.ipAddressType ?? AddressFamily.Ipv4,
    ...attributeInputs(args, type),
  };
}
