import type * as pulumi from "@pulumi/pulumi";

/** A certificate: one that exists, or one that ACM makes, validated and renewed through records in Route 53. */
export interface CertificateArgs {
  /** The ARN of a certificate that exists, in the load balancer's Region. Excludes all other fields. */
  certificateArn?: pulumi.Input<string>;
  /** The domain of a certificate to make; may start with `*.`. Needs `hostedZoneId`. */
  domainName?: string;
  /**
   * Further domains of the certificate to make.
   *
   * @default - none
   */
  alternativeNames?: string[];
  /** The public hosted zone that gets the validation records. */
  hostedZoneId?: pulumi.Input<string>;
}
