import * as autoscaling from "@pulumi/aws/autoscaling";
import * as pulumi from "@pulumi/pulumi";
import { nameTag, type Tags } from "@groundwork/core";
import { checkInstanceFleet } from "./check-instance-fleet";
import { createInstanceRole } from "./instance-role";
import { createLaunchTemplate } from "./launch-template";
import { createSecurityGroup, type FleetIngress } from "./security-group";

/** The time that a new instance has until its health counts, in seconds. */
export const DEFAULT_WARMUP_SECONDS = 300;

/** The part of the fleet that stays in service during an instance refresh, in percent. */
export const DEFAULT_MIN_HEALTHY_PERCENT = 90;

/** The arguments of {@link InstanceFleet}. */
export interface InstanceFleetArgs {
  vpcId: pulumi.Input<string>;

  /** The private subnets to launch into: at least two, each in a zone of its own. */
  subnetIds: pulumi.Input<string>[];

  /** The golden AMI's name, such as `web`: instances launch what `/golden-ami/<name>/approved` holds at that moment. */
  amiName: string;

  /** The instance type, such as `m7g.large`; its architecture must be the AMI's. */
  instanceType: pulumi.Input<string>;

  /**
   * The KMS key of the volumes. Auto Scaling's service-linked role must be admitted to it, and to the key of the AMI's
   * snapshots: see `EncryptionKey`'s `allowAutoScaling`.
   */
  keyArn: pulumi.Input<string>;

  /** The fewest instances, from 0 to `maxSize`. */
  minSize: number;

  /** The most instances, from 1. */
  maxSize: number;

  /**
   * The average CPU use, in percent from 1 to 100, that the fleet grows and shrinks to keep.
   *
   * @default - the fleet stays at `minSize` unless somebody changes it
   */
  targetCpuPercent?: number;

  /**
   * The target groups that the instances register with. Once there are any, an instance that they find unhealthy is
   * replaced. Without a listener no health check runs: pass ARNs that wait for it, as a load balancer's `targetGroupArn`
   * does, or the listeners as the component's `dependsOn`.
   *
   * @default - none: EC2's own status checks decide
   */
  targetGroupArns?: pulumi.Input<string>[];

  /** Who may connect, by a name of your choice. @default - nobody */
  ingress?: Record<string, FleetIngress>;

  /** The root device's name in the AMI; another name would add a second volume. @default "/dev/xvda" */
  rootDeviceName?: string;

  /** The root volume's size in GiB, from 1 to 65536, at least the AMI's. @default 8 */
  rootVolumeSizeGiB?: number;

  /** Seconds, from 0 to 7200, that a new instance has until its health counts. @default 300 */
  warmupSeconds?: number;

  /** Tags for the volumes alone, such as those that a snapshot schedule looks for. @default - none */
  volumeTags?: Tags;

  /** @default - a `Name` tag on each resource */
  tags?: Tags;
}

/**
 * A fleet of instances over several zones that launches the approved AMI and nothing else.
 *
 * A changed launch template starts an instance refresh. An approval changes no template: new instances launch the newly
 * approved AMI, and running ones are replaced by the next refresh. It makes no look-up.
 */
export class InstanceFleet extends pulumi.ComponentResource {
  readonly autoScalingGroupName: pulumi.Output<string>;

  /** The instances' security group, for the rules of whatever they connect to. */
  readonly securityGroupId: pulumi.Output<string>;

  /** The instances' role, for the policies of whatever they may do. */
  readonly roleName: pulumi.Output<string>;

  /** @throws ConfigError if an argument is out of its range. */
  constructor(name: string, args: InstanceFleetArgs, opts?: pulumi.ComponentResourceOptions) {
    checkInstanceFleet(name, args);
    super("instance-fleet:index:InstanceFleet", name, {}, opts);

    const { role, profile } = createInstanceRole(name, args.tags, this);
    const securityGroup = createSecurityGroup(name, args.vpcId, args.ingress ?? {}, args.tags, this);
    const template = createLaunchTemplate(name, args, securityGroup, profile, this);
    const warmupSeconds = args.warmupSeconds ?? DEFAULT_WARMUP_SECONDS;
    const group = new autoscaling.Group(
      `${name}-group`,
      {
        minSize: args.minSize,
        maxSize: args.maxSize,
        vpcZoneIdentifiers: args.subnetIds,
        // The number, not "$Latest", which never looks changed and so would start no refresh.
        launchTemplate: { id: template.id, version: template.latestVersion.apply(String) },
        targetGroupArns: args.targetGroupArns,
        healthCheckType: args.targetGroupArns === undefined ? "EC2" : "ELB",
        healthCheckGracePeriod: warmupSeconds,
        defaultInstanceWarmup: warmupSeconds,
        // No automatic rollback: Auto Scaling offers none to templates that name their AMI by parameter.
        instanceRefresh: {
          strategy: "Rolling",
          preferences: { minHealthyPercentage: DEFAULT_MIN_HEALTHY_PERCENT, instanceWarmup: String(warmupSeconds) },
        },
        tags: groupTags(nameTag(name, args.tags)),
      },
      { parent: this, dependsOn: opts?.dependsOn },
    );
    if (args.targetCpuPercent !== undefined) {
      new autoscaling.Policy(
        `${name}-cpu-target`,
        {
          autoscalingGroupName: group.name,
          policyType: "TargetTrackingScaling",
          targetTrackingConfiguration: {
            predefinedMetricSpecification: { predefinedMetricType: "ASGAverageCPUUtilization" },
            targetValue: args.targetCpuPercent,
          },
        },
        { parent: this },
      );
    }

    this.autoScalingGroupName = group.name;
    this.securityGroupId = securityGroup.id;
    this.roleName = role.name;
    this.registerOutputs({
      autoScalingGroupName: this.autoScalingGroupName,
      securityGroupId: this.securityGroupId,
      roleName: this.roleName,
    });
  }
}

/** Tags in the form that Auto Scaling takes; the launch template tags the instances. */
function groupTags(tags: Tags) {
  return pulumi
    .output(tags)
    .apply((plain) => Object.entries(plain).map(([key, value]) => ({ key, value, propagateAtLaunch: false })));
}
