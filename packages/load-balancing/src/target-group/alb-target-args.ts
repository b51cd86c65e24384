import type * as pulumi from "@pulumi/pulumi";

/** A listener of an Application Load Balancer that a Network Load Balancer may forward to. */
export interface AlbTargetListenerArgs {
  /** Its port. */
  port: number;
  /** Whether it speaks TLS. */
  https: boolean;
}

/**
 * An Application Load Balancer as the target of a Network Load Balancer: static addresses and PrivateLink in front of
 * layer-7 routing. `ApplicationLoadBalancer.asTarget()` fills it in.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html
 */
export interface AlbTargetArgs {
  /**
   * The Application Load Balancer's ARN. It must be an output that waits for the listeners: AWS refuses to register a
   * load balancer that has no listener on the port.
   */
  loadBalancerArn: pulumi.Input<string>;
  /** The Application Load Balancer's listeners; one of them has the target group's port. */
  listeners: AlbTargetListenerArgs[];
  /** The Application Load Balancer's security group. */
  securityGroupId: pulumi.Input<string>;
  /** Whether to add a rule to that group that admits the Network Load Balancer: not where its rules are made elsewhere. */
  admit: boolean;
  /** The VPC of the Application Load Balancer, which must be that of the Network Load Balancer. */
  vpcId: pulumi.Input<string>;
  /** Whether the Application Load Balancer's zones reach the targets of all zones; both must agree. */
  crossZone: boolean;
}
