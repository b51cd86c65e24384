import type * as pulumi from "@pulumi/pulumi";

/** A hosted zone in Route 53, of this account or of another. */
export interface HostedZoneArgs {
  /** The hosted zone's id. */
  hostedZoneId: pulumi.Input<string>;

  /**
   * The ARN of a role of the zone's account, which is assumed to write the records and for nothing else. Plain, because a
   * provider is made for the account; one load balancer takes one role of each account.
   *
   * @default - the zone is written with the stack's own credentials
   */
  hostedZoneRoleArn?: string;
}
