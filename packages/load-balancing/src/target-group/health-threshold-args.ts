import type * as pulumi from "@pulumi/pulumi";

/**
 * How few healthy targets a zone may have before the load balancer acts.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html#target-group-health
 */
export interface HealthThresholdArgs {
  /**
   * Below this many healthy targets, from 1 to 1000, the zone leaves DNS.
   *
   * @default 1
   */
  dnsFailoverCount?: pulumi.Input<number>;

  /**
   * Below this percentage (%) of healthy targets, from 1 to 100, the zone leaves DNS.
   *
   * @default - off
   */
  dnsFailoverPercentage?: pulumi.Input<number>;

  /**
   * Below this many healthy targets, from 1 to 1000, requests go to all targets, healthy or not.
   *
   * @default 1
   */
  routingCount?: pulumi.Input<number>;

  /**
   * Below this percentage (%) of healthy targets, from 1 to 100, requests go to all targets, healthy or not.
   *
   * @default - off
   */
  routingPercentage?: pulumi.Input<number>;
}
