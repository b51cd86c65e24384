import type * as pulumi from "@pulumi/pulumi";

/** A certificate: one that exists, or one that ACM makes, validated and renewed through records in Route 53. */
export interface CertificateArgs {
  /**
   * The ARN of a certificate that exists, in the load balancer's Region. Excludes all other fields.
   *
   * @default - one is made for `domainName`
   */
  certificateArn?: pulumi.Input<string>;

  /**
   * The domain of a certificate to make; may start with `*.`. Needs `hostedZoneId`. Plain, because it is proven by a record
   * that is named after it.
   *
   * @default - none is made
   */
  domainName?: string;

  /**
   * Further domains of the certificate to make. Plain, because each is proven by a record of its own.
   *
   * @default - none
   */
  alternativeNames?: string[];

  /**
   * The id of the public hosted zone that gets the validation records. Required with `domainName`.
   *
   * @default - none
   */
  hostedZoneId?: pulumi.Input<string>;
}
