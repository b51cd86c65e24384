import type * as pulumi from "@pulumi/pulumi";

/**
 * A function that answers an Application Load Balancer's requests.
 *
 * Request and answer are at most 1 MB each, and there are no WebSockets.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html
 */
export interface LambdaTargetArgs {
  /** The function's ARN, without version or alias: those go to `qualifier`, so that the permission is theirs too. */
  functionArn: pulumi.Input<string>;

  /**
   * The alias or version to invoke. An alias lets a deployment move traffic without touching the load balancer.
   *
   * @default - the unpublished function, $LATEST
   */
  qualifier?: pulumi.Input<string>;

  /**
   * Whether headers and query strings arrive and return as lists. Off, of two headers with one name (two cookies to
   * set, say) only the last survives.
   *
   * @default true
   */
  multiValueHeaders?: pulumi.Input<boolean>;
}
