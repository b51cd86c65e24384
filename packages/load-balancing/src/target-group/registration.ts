import { type Context } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { attachAlb } from "./alb-target";
import { attachAutoScalingGroup } from "./auto-scaling-group-target";
import { attachLambda, lambdaTargetId } from "./lambda-target";
import { type TargetArgs, type TargetGroupArgs } from "./target-group-args";

/** What a target group that takes one target has for it: AWS refuses a second while the first is there. */
export function soleTarget({ lambdaTarget, albTarget }: TargetGroupArgs): pulumi.Input<string> | undefined {
  return lambdaTarget === undefined ? albTarget?.loadBalancerArn : lambdaTargetId(lambdaTarget);
}

/** What a helper that registers targets is given first; the name is the target group's. */
export interface RegistrationContext extends Context {
  /** The rules by which the load balancer reaches the targets: they come before the targets and go after them. */
  reach: pulumi.Resource[];
}

/** Registers a target group's targets. Listeners wait for what it answers, so that they lead to no empty target group. */
export function registerTargets(
  context: RegistrationContext,
  targetGroup: lb.TargetGroup,
  { lambdaTarget, albTarget, targets = {}, autoScalingGroups = {} }: TargetGroupArgs,
): pulumi.Resource[] {
  return [
    ...(lambdaTarget === undefined ? [] : [attachLambda(context, targetGroup, lambdaTarget)]),
    ...(albTarget === undefined ? [] : [attachAlb(context, targetGroup, albTarget)]),
    ...Object.entries(targets).map(([key, target]) => attachTarget(context, targetGroup, key, target)),
    ...Object.entries(autoScalingGroups).map(([key, group]) =>
      attachAutoScalingGroup(context, targetGroup, key, group),
    ),
  ];
}

function attachTarget(
  { parent, name, reach }: RegistrationContext,
  targetGroup: lb.TargetGroup,
  key: string,
  { id, port, availabilityZone, quicServerId }: TargetArgs,
): lb.TargetGroupAttachment {
  return new lb.TargetGroupAttachment(
    `${name}-target-${key}`,
    { targetGroupArn: targetGroup.arn, targetId: id, port, availabilityZone, quicServerId },
    { parent, dependsOn: reach },
  );
}
