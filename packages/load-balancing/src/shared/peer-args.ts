import type * as pulumi from "@pulumi/pulumi";

/**
 * One side of a security-group rule: who may connect, or where to. Exactly one field is set.
 *
 * Each becomes a rule resource of its own, so that adding one never touches another.
 */
export interface PeerArgs {
  /**
   * An IPv4 range, such as `10.0.0.0/8`.
   *
   * @default - another field is set
   */
  cidrIpv4?: pulumi.Input<string>;

  /**
   * An IPv6 range, such as `2001:db8::/32`.
   *
   * @default - another field is set
   */
  cidrIpv6?: pulumi.Input<string>;

  /**
   * The id of a managed prefix list, such as that of CloudFront.
   *
   * @default - another field is set
   */
  prefixListId?: pulumi.Input<string>;

  /**
   * Whatever carries the security group of this id.
   *
   * @default - another field is set
   */
  securityGroupId?: pulumi.Input<string>;
}
