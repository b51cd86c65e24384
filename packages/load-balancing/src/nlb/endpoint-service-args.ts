import type * as pulumi from "@pulumi/pulumi";

/**
 * A service that others reach by PrivateLink.
 *
 * @see https://docs.aws.amazon.com/vpc/latest/privatelink/create-endpoint-service.html
 */
export interface EndpointServiceArgs {
  /** Who may ask for an endpoint: ARNs of accounts, roles or users. `*` is everyone, whose endpoints are accepted one by one. */
  allowedPrincipals: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Lets everyone allowed connect without being accepted one by one. Not with `*` among them.
   *
   * @default false
   */
  acceptAutomatically?: pulumi.Input<boolean>;

  /**
   * A DNS name for the endpoints, of a domain that you prove to be yours.
   *
   * @default - AWS's names
   */
  privateDnsName?: pulumi.Input<string>;

  /**
   * Further Regions from which it can be reached.
   *
   * @default - only its own
   */
  supportedRegions?: pulumi.Input<pulumi.Input<string>[]>;
}
