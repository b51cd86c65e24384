import type * as pulumi from "@pulumi/pulumi";

/**
 * An Auto Scaling group whose instances are targets. `InstanceFleet.asTarget()` fills it in; by hand, two of that component's
 * outputs are enough.
 *
 * Its health check type should be `ELB`, so that it replaces an instance that the load balancer finds unhealthy.
 *
 * @see https://docs.aws.amazon.com/autoscaling/ec2/userguide/load-balancer-status.html
 */
export interface AutoScalingGroupTargetArgs {
  /** The Auto Scaling group's name. */
  autoScalingGroupName: pulumi.Input<string>;

  /**
   * The id of the instances' security group, which is opened to the load balancer on the ports of targets and health checks.
   * Plain whether it is there, because each port is a rule of its own.
   *
   * @default - none is opened: its rules are made elsewhere
   */
  securityGroupId?: pulumi.Input<string>;
}
