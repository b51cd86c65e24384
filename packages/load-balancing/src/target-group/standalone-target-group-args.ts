import { type Tags } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type LoadBalancerType } from "../shared/load-balancer-type";
import { type TargetGroupArgs } from "./target-group-args";

/** The arguments of a {@link TargetGroup}. */
export interface StandaloneTargetGroupArgs {
  /** Which load balancer it is for, because no listener here says so. Plain, because further fields depend on it. */
  loadBalancerType: LoadBalancerType;

  /** Its targets and how to reach them. */
  targetGroup: TargetGroupArgs;

  /**
   * The VPC's id. Required, but for a function. Another one makes a new target group.
   *
   * @default - none, for a function
   */
  vpcId?: pulumi.Input<string>;

  /**
   * The id of the load balancer's security group: rules are added that let it reach the targets. Needs
   * `targetSecurityGroupId`, but for an Application Load Balancer as target.
   *
   * @default - the load balancer's owner opens the targets' ports
   */
  loadBalancerSecurityGroupId?: pulumi.Input<string>;

  /**
   * The id of the targets' security group: rules are added that admit the load balancer. Needs
   * `loadBalancerSecurityGroupId`.
   *
   * @default - the targets admit the load balancer by themselves; an Application Load Balancer as target: its group
   */
  targetSecurityGroupId?: pulumi.Input<string>;

  /**
   * Tags of all resources; a `Name` among them replaces the one that each has otherwise.
   *
   * @default - a `Name` tag on each resource
   */
  tags?: Tags;
}
