import type * as pulumi from "@pulumi/pulumi";

/** A listener of an Application Load Balancer that a Network Load Balancer may forward to. */
export interface AlbTargetListenerArgs {
  /** Its port, from 1 to 65535. */
  port: number;

  /** Whether it speaks TLS. */
  https: boolean;
}

/**
 * An Application Load Balancer as the target of a Network Load Balancer: static addresses and PrivateLink in front of
 * layer-7 routing. `ApplicationLoadBalancer.asTarget()` fills it in; by hand, two of the component's outputs are enough.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html
 */
export interface AlbTargetArgs {
  /**
   * The Application Load Balancer's ARN. It must be an output that waits for the listeners, as the component's does: AWS
   * refuses to register a load balancer that has no listener on the port.
   */
  loadBalancerArn: pulumi.Input<string>;

  /** The id of the Application Load Balancer's security group. */
  securityGroupId: pulumi.Input<string>;

  /**
   * The Application Load Balancer's listeners; one of them has the target group's port. Plain, because health checks follow
   * from them.
   *
   * @default - they are taken to fit, and the health check speaks HTTPS
   */
  listeners?: AlbTargetListenerArgs[];

  /**
   * Whether to add a rule to that group that admits the Network Load Balancer: not where its rules are made elsewhere.
   *
   * @default true
   */
  admit?: boolean;

  /**
   * The VPC of the Application Load Balancer, which must be that of the Network Load Balancer.
   *
   * @default - it is taken to be that one
   */
  vpcId?: pulumi.Input<string>;

  /**
   * Whether the Application Load Balancer's zones reach the targets of all zones; both must agree.
   *
   * @default - they are taken to agree
   */
  crossZone?: pulumi.Input<boolean>;
}
