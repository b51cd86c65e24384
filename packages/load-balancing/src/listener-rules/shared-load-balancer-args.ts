import type * as pulumi from "@pulumi/pulumi";
import { type ApplicationAddressType } from "../alb/application-load-balancer-args";

/**
 * An Application Load Balancer that another stack owns. Its owner's outputs have the same names; with `loadBalancerArn`,
 * whatever is needed and left out is looked up.
 */
export interface SharedLoadBalancerArgs {
  /**
   * Its ARN.
   *
   * @default - nothing is looked up
   */
  loadBalancerArn?: pulumi.Input<string>;

  /**
   * Its own DNS name, which `aliases` lead to.
   *
   * @default - looked up by `loadBalancerArn`
   */
  dnsName?: pulumi.Input<string>;

  /**
   * The hosted zone of `dnsName`, not of the aliases.
   *
   * @default - looked up by `loadBalancerArn`
   */
  hostedZoneId?: pulumi.Input<string>;

  /**
   * The addresses that it has: `aliases` have a record for each family. Plain, because each is a resource of its own.
   *
   * @default ApplicationAddressType.Ipv4
   */
  ipAddressType?: ApplicationAddressType;

  /**
   * The id of its VPC, for the target groups.
   *
   * @default - looked up by `loadBalancerArn`
   */
  vpcId?: pulumi.Input<string>;

  /**
   * The id of its security group, for `targetSecurityGroupId`.
   *
   * @default - looked up by `loadBalancerArn`: the first of its groups
   */
  securityGroupId?: pulumi.Input<string>;
}
