import { type Checks, type Context, nameTag } from "@groundwork/core";
import * as autoscaling from "@pulumi/aws/autoscaling";
import type * as lb from "@pulumi/aws/lb";
import * as vpc from "@pulumi/aws/vpc";
import type * as pulumi from "@pulumi/pulumi";
import { type LoadBalancerType } from "../shared/load-balancer-type";
import { checkName } from "../shared/names";
import { portRange } from "../shared/opening";
import { type AutoScalingGroupTargetArgs } from "./auto-scaling-group-target-args";
import { TargetType, type TargetGroupArgs } from "./target-group-args";
import { isQuicTarget, targetOpenings } from "./target-group-plan";

/** Records the mistakes in the Auto Scaling groups of one target group. */
export function checkAutoScalingGroups(
  checks: Checks,
  field: string,
  args: TargetGroupArgs,
  type: LoadBalancerType,
): void {
  const keys = Object.keys(args.autoScalingGroups ?? {});
  keys.forEach((key) => checkName(checks, `${field}.autoScalingGroups.${key}`, key));
  checks.that(
    keys.length === 0 || (args.targetType ?? TargetType.Instance) === TargetType.Instance,
    `${field}.targetType`,
    args.targetType,
    `"${TargetType.Instance}" with autoScalingGroups, which register instances`,
    "leave it out",
  );
  checks.that(
    keys.length === 0 || !isQuicTarget(args, type),
    `${field}.autoScalingGroups`,
    keys,
    `left out with protocol ${args.protocol}, whose targets need a server id each`,
    "register the instances as targets",
  );
}

/**
 * Records a mistake for each key that means two Auto Scaling groups, or security group that two keys open: of two rules that
 * say the same AWS refuses the second.
 *
 * @param targetGroups All target groups of a load balancer, by field.
 */
export function checkSharedGroups(checks: Checks, targetGroups: Record<string, TargetGroupArgs>): void {
  const seen: [key: string, group: AutoScalingGroupTargetArgs][] = [];
  for (const [field, { autoScalingGroups = {} }] of Object.entries(targetGroups)) {
    for (const [key, group] of Object.entries(autoScalingGroups)) {
      const at = `${field}.autoScalingGroups.${key}`;
      const twin = seen.find(([other]) => other === key)?.[1];
      checks.that(
        twin === undefined ||
          (twin.autoScalingGroupName === group.autoScalingGroupName && twin.securityGroupId === group.securityGroupId),
        at,
        group,
        `the Auto Scaling group that "${key}" is in the other target groups`,
        "give it a key of its own, or hand on the same outputs",
      );
      const sharing = seen.find(
        ([other, { securityGroupId }]) => other !== key && securityGroupId === group.securityGroupId,
      );
      checks.that(
        group.securityGroupId === undefined || sharing === undefined,
        `${at}.securityGroupId`,
        group.securityGroupId,
        `another group than that of "${sharing?.[0]}": AWS refuses the second of two rules that say the same`,
        "leave it out here, and open what is missing where that group is made",
      );
      seen.push([key, group]);
    }
  }
}

/**
 * Has an Auto Scaling group register its instances, now and from then on.
 *
 * As a resource of its own, unlike the group's own list, it comes before the listeners of a new target group and goes after
 * them. AWS's provider waits until all instances are registered and, where it goes, until they are drained, which takes an
 * hour at most.
 */
export function attachAutoScalingGroup(
  { parent, name, reach }: Context & { reach: pulumi.Resource[] },
  targetGroup: lb.TargetGroup,
  key: string,
  { autoScalingGroupName }: AutoScalingGroupTargetArgs,
): autoscaling.TrafficSourceAttachment {
  return new autoscaling.TrafficSourceAttachment(
    `${name}-traffic-source-attachment-${key}`,
    { autoscalingGroupName: autoScalingGroupName, trafficSource: { identifier: targetGroup.arn, type: "elbv2" } },
    { parent, dependsOn: reach, customTimeouts: { delete: "65m" } },
  );
}

/** The load balancer's side of what is opened. */
interface Admission {
  type: LoadBalancerType;
  /** The load balancer's security group; with QUIC it has none. */
  securityGroupId: pulumi.Input<string> | undefined;
}

/** Lets a load balancer in at its Auto Scaling groups: a rule for each port, once for each group. */
export function admitToAutoScalingGroups(
  { parent, name, tags }: Context,
  targetGroups: Record<string, TargetGroupArgs>,
  { type, securityGroupId: source }: Admission,
): pulumi.Resource[] {
  const rules = new Map<string, vpc.SecurityGroupIngressRuleArgs>();
  for (const args of source === undefined ? [] : Object.values(targetGroups)) {
    const openings = targetOpenings(args, type);
    for (const [key, { securityGroupId }] of Object.entries(args.autoScalingGroups ?? {})) {
      for (const opening of securityGroupId === undefined ? [] : openings) {
        const rule = `${name}-auto-scaling-group-${key}-ingress-${opening.transport}-${opening.port}`;
        rules.set(rule, {
          securityGroupId: securityGroupId ?? "",
          description: `Load balancer ${name}`,
          ...portRange(opening),
          referencedSecurityGroupId: source,
          tags: nameTag(rule, tags),
        });
      }
    }
  }
  return [...rules].map(([child, rule]) => new vpc.SecurityGroupIngressRule(child, rule, { parent }));
}
