import * as autoscaling from "@pulumi/aws/autoscaling";
import type * as ec2 from "@pulumi/aws/ec2";
import * as pulumi from "@pulumi/pulumi";
import { type Context, nameTag, type Tags } from "@groundwork/core";
import {
  DEFAULT_MIN_HEALTHY_PERCENT,
  DEFAULT_WARMUP_SECONDS,
  HealthCheckType,
  type InstanceFleetArgs,
} from "./instance-fleet-args";

/** What an Auto Scaling group is made with. */
export interface AutoScalingGroupContext extends Context {
  template: ec2.LaunchTemplate;
  dependsOn: pulumi.ResourceOptions["dependsOn"];
}

/** Creates the group that launches the instances, and where asked the policy by which it grows and shrinks. */
export function createAutoScalingGroup(
  { name, template, parent, tags, dependsOn }: AutoScalingGroupContext,
  args: InstanceFleetArgs,
): autoscaling.Group {
  const warmupSeconds = args.warmupSeconds ?? DEFAULT_WARMUP_SECONDS;
  const group = new autoscaling.Group(
    `${name}-auto-scaling-group`,
    {
      minSize: args.minSize,
      maxSize: args.maxSize,
      vpcZoneIdentifiers: args.subnetIds,
      // The number, not "$Latest", which never looks changed and so would start no refresh.
      launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
      targetGroupArns: args.targetGroupArns,
      healthCheckType:
        args.healthCheckType ?? (args.targetGroupArns === undefined ? HealthCheckType.Ec2 : HealthCheckType.Elb),
      healthCheckGracePeriod: warmupSeconds,
      defaultInstanceWarmup: warmupSeconds,
      instanceRefresh: {
        strategy: "Rolling",
        preferences: {
          minHealthyPercentage: DEFAULT_MIN_HEALTHY_PERCENT,
          instanceWarmup: pulumi.interpolate`${warmupSeconds}`,
          // Auto Scaling offers none to templates that name their AMI by parameter.
          autoRollback: args.image.id !== undefined,
        },
      },
      tags: groupTags(nameTag(name, tags)),
    },
    { parent, dependsOn, aliases: [{ name: `${name}-group` }] },
  );
  if (args.targetCpuPercent !== undefined) {
    new autoscaling.Policy(
      `${name}-cpu-scaling-policy`,
      {
        autoscalingGroupName: group.name,
        policyType: "TargetTrackingScaling",
        targetTrackingConfiguration: {
          predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
          targetValue: args.targetCpuPercent,
        },
      },
      { parent, aliases: [{ name: `${name}-cpu-target` }] },
    );
  }
  return group;
}

/** Tags in the form that Auto Scaling takes; the launch template tags the instances. */
function groupTags(tags: Tags) {
  return pulumi
    .output(tags)
    .apply((plain) => Object.entries(plain).map(([key, value]) => ({ key, value, propagateAtLaunch: false })));
}
