import { mergeTags, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { AddressFamily } from "../shared/address-family";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { limitedName } from "../shared/names";
import { attributeInputs } from "./attributes";
import { healthCheckInputs } from "./health-check";
import { HealthCheckProtocol } from "./health-check-args";
import { type RegistrationContext, registerTargets, soleTarget } from "./registration";
import { TargetType, type TargetGroupArgs } from "./target-group-args";
import { type TargetGroupContext, targetProtocol, healthCheckContext } from "./target-group-plan";
import { ProtocolVersion } from "./target-protocol";

/** A target group's resources. */
export interface TargetGroupResources {
  targetGroup: lb.TargetGroup;
  /** What must exist before a listener leads to it. */
  registrations: pulumi.Resource[];
}

/** The load balancer of a target group, which serves no second one: AWS refuses a listener of another that leads to it. */
interface Served {
  /** The load balancer, if it is made here: whatever replaces it makes another target group. */
  loadBalancer?: lb.LoadBalancer;
  /** What tells a load balancer that is made elsewhere from another. */
  loadBalancerId?: pulumi.Input<string>;
}

/** A target group with its targets. */
export function createTargetGroup(
  context: RegistrationContext & TargetGroupContext & Served,
  args: TargetGroupArgs,
): TargetGroupResources {
  const { parent, name, tags, loadBalancer, loadBalancerId } = context;
  const own = limitedName(name, "target-group", name);
  const origin = soleTarget(args) ?? healthCheckKind(args, context.type);
  const targetGroup = new lb.TargetGroup(
    own.name,
    {
      ...(args.lambdaTarget === undefined ? registeredInputs(args, context) : lambdaInputs(args)),
      healthCheck: healthCheck(args, context.type),
      tags: nameTag(name, mergeTags(tags, args.tags)),
    },
    // Another function, load balancer or kind of health check needs another group.
    {
      parent,
      aliases: own.aliases,
      replacementTrigger: loadBalancerId === undefined ? origin : [origin ?? "", loadBalancerId],
      replaceWith: loadBalancer === undefined ? undefined : [loadBalancer],
    },
  );
  const targets = registerTargets(context, targetGroup, args);
  // Whoever registers later is reached at another port only once it is open.
  return { targetGroup, registrations: targets.length > 0 ? targets : context.reach };
}

function healthCheck(args: TargetGroupArgs, type: LoadBalancerType) {
  if (args.lambdaTarget !== undefined && args.healthCheck === undefined) {
    return { enabled: false };
  }
  return healthCheckInputs(args.healthCheck ?? {}, healthCheckContext(args, type));
}

/**
 * What a Network Load Balancer's health check does: AWS's provider keeps the path of one that asks, and then refuses one
 * that only connects. A group whose targets register by themselves is not replaced for it: it would be empty.
 */
function healthCheckKind(args: TargetGroupArgs, type: LoadBalancerType): string | undefined {
  const registered = Object.keys({ ...args.targets, ...args.autoScalingGroups }).length > 0;
  if (type !== LoadBalancerType.Network || !registered) {
    return undefined;
  }
  return args.healthCheck?.protocol === undefined || args.healthCheck.protocol === HealthCheckProtocol.Tcp
    ? "health check connects"
    : "health check asks";
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
