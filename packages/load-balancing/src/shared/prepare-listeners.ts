import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { type RegistrationContext } from "../target-group/registration";
import { createSwitchovers } from "../target-group/switchover";
import { createTargetGroup } from "../target-group/target-group";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { type TargetGroupContext } from "../target-group/target-group-plan";
import { type AliasArgs } from "./alias-args";
import { createCertificate } from "./certificate";
import { type NamesArgs, planNames } from "./domain";
import { type ZoneContext, zoneProviders } from "./hosted-zone";
import { mapValues } from "./records";

/** A load balancer, and what its target groups must fit. */
interface PrepareContext extends RegistrationContext, TargetGroupContext {
  loadBalancer: lb.LoadBalancer;
}

/** What the listeners of a load balancer are made with. */
interface Prepared {
  /** What a helper that makes a listener is given first. */
  served: ZoneContext & { loadBalancer: lb.LoadBalancer; certificateArn: pulumi.Input<string> | undefined };
  targetGroups: Record<string, lb.TargetGroup>;
  /** What must exist before requests are led to a target group, by its key. */
  registrations: Record<string, pulumi.Resource[]>;
  /** The names that lead to the load balancer, once its listeners are there. */
  aliases: AliasArgs[];
}

/** Makes what a load balancer has before its listeners: target groups with their targets, and the certificate. */
export function prepareListeners(
  { loadBalancer, type, vpcId, crossZone, reach, ...context }: PrepareContext,
  names: NamesArgs,
  targetGroupArgs: Record<string, TargetGroupArgs>,
): Prepared {
  const groups = mapValues(targetGroupArgs, (args, key) =>
    createTargetGroup(
      { ...context, name: `${context.name}-${key}`, loadBalancer, type, vpcId, crossZone, reach },
      args,
    ),
  );
  const { certificate, aliases } = planNames(names);
  const zoned = { ...context, zoneProvider: zoneProviders(context) };
  const certificateArn = certificate === undefined ? undefined : createCertificate(zoned, certificate);
  const served = { ...zoned, loadBalancer, certificateArn };
  return {
    served,
    targetGroups: mapValues(groups, ({ targetGroup }) => targetGroup),
    registrations: createSwitchovers({ ...served, type }, targetGroupArgs, groups),
    aliases,
  };
}
