import type * as pulumi from "@pulumi/pulumi";
import { type Place, type Tags } from "@groundwork/core";

/** The time that a new instance has until its health counts, in seconds. */
export const DEFAULT_WARMUP_SECONDS = 300;

/** The part of the fleet that stays in service during an instance refresh, in percent. */
export const DEFAULT_MIN_HEALTHY_PERCENT = 90;

/** Who tells which instances work. */
export enum HealthCheckType {
  /** EC2's own status checks. */
  Ec2 = "EC2",
  /** The load balancers that the instances are targets of, beside EC2. */
  Elb = "ELB",
}

/** The AMI that a fleet launches: exactly one of its two fields. */
export interface FleetImage {
  /**
   * The AMI's id, such as the catalogue of approved AMIs has it. Another id is another launch template, so that a deployment
   * starts an instance refresh, which Auto Scaling takes back if it fails.
   *
   * @default - what `parameter` holds
   */
  id?: pulumi.Input<string>;

  /**
   * The name or the ARN of an SSM parameter that holds the AMI's id, such as `/golden-ami/web/approved`: instances launch what
   * it holds at that moment. Another value changes nothing that is deployed; running instances stay until the next refresh,
   * which Auto Scaling cannot take back.
   *
   * @default - `id` names the AMI
   * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/using-systems-manager-parameters.html
   */
  parameter?: pulumi.Input<string>;
}

/** One source that a fleet's instances listen to. */
export interface FleetIngress {
  /** The TCP port that the instances listen on, from 1 to 65535. */
  port: pulumi.Input<number>;

  /** The security group of whoever connects, such as a load balancer. */
  sourceSecurityGroupId: pulumi.Input<string>;
}

/** A fleet as a load balancer's target. */
export interface FleetTarget {
  /** The Auto Scaling group's name. */
  autoScalingGroupName: pulumi.Output<string>;

  /** The id of the instances' security group, which the load balancer opens to itself. */
  securityGroupId: pulumi.Output<string>;
}

/** The arguments of {@link InstanceFleet}. */
export interface InstanceFleetArgs {
  /** The account and the Region that the fleet is in. */
  place: Place;

  /** The VPC of the subnets. */
  vpcId: pulumi.Input<string>;

  /** The private subnets to launch into: at least two, each in a zone of its own. */
  subnetIds: pulumi.Input<pulumi.Input<string>[]>;

  /** The AMI to launch. Plain, because whether it is named by id or by parameter decides what a refresh may do. */
  image: FleetImage;

  /** The instance type, such as `m7g.large`; its architecture must be the AMI's. */
  instanceType: pulumi.Input<string>;

  /**
   * The KMS key of the volumes. Auto Scaling's service-linked role must be admitted to it, and to the key of the AMI's
   * snapshots: see `EncryptionKey`'s `services`.
   */
  keyArn: pulumi.Input<string>;

  /** The fewest instances, from 0 to `maxSize`. */
  minSize: pulumi.Input<number>;

  /** The most instances, from 1 to 10000. */
  maxSize: pulumi.Input<number>;

  /**
   * The average CPU use, in percent from 1 to 100, that the fleet grows and shrinks to keep. Plain, because a fleet with
   * it has a scaling policy.
   *
   * @default - the fleet stays at `minSize` unless somebody changes it
   */
  targetCpuPercent?: number;

  /**
   * Who tells which instances work: an instance that does not is replaced. `HealthCheckType.Elb` where a load balancer takes
   * the fleet as its target.
   *
   * @default - `HealthCheckType.Elb` with `targetGroupArns`, else `HealthCheckType.Ec2`
   */
  healthCheckType?: pulumi.Input<HealthCheckType>;

  /**
   * The target groups that the instances register with, where their load balancer cannot take the fleet as its target: at
   * least one, where there are any. When one of them is replaced, its load balancer leads to it before an instance is in it.
   * Without a listener no health check runs: pass ARNs that wait for it, as a load balancer's `targetGroupArns` do, or the
   * listeners as the component's `dependsOn`.
   *
   * @default - none: the load balancer takes `asTarget()`, or there is none
   */
  targetGroupArns?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Who may connect, by a name of your choice. Plain, because each is a rule of its own, named after it.
   *
   * @default - nobody
   */
  ingress?: Record<string, FleetIngress>;

  /**
   * The root device's name in the AMI; another name would add a second volume.
   *
   * @default "/dev/xvda"
   */
  rootDeviceName?: pulumi.Input<string>;

  /**
   * The root volume's size in GiB, from 1 to 65536, at least the AMI's.
   *
   * @default 8
   */
  rootVolumeSizeGiB?: pulumi.Input<number>;

  /**
   * Seconds, from 0 to 7200, that a new instance has until its health counts.
   *
   * @default 300
   */
  warmupSeconds?: pulumi.Input<number>;

  /**
   * Tags for the volumes alone, such as those that a snapshot schedule looks for.
   *
   * @default - none
   */
  volumeTags?: Tags;

  /**
   * Tags for each resource that takes any, the instances and their volumes among them; a `Name` among them replaces the one
   * that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
