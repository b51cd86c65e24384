import type * as pulumi from "@pulumi/pulumi";
import { type HostedZoneArgs } from "./hosted-zone-args";

/** The key pairs that ACM makes public certificates with. */
export enum KeyAlgorithm {
  /** RSA with 2,048 bits, which every client knows. */
  Rsa2048 = "RSA_2048",
  /** The elliptic curve P-256: shorter handshakes. */
  EcPrime256 = "EC_prime256v1",
  /** The elliptic curve P-384. */
  EcSecp384 = "EC_secp384r1",
}

/** The key pair of a certificate, unless the caller says otherwise. */
export const DEFAULT_KEY_ALGORITHM = KeyAlgorithm.Rsa2048;

/** A certificate: one that exists, or one that ACM makes, validated and renewed through records in Route 53. */
export interface CertificateArgs {
  /**
   * The ARN of a certificate that exists, in the load balancer's Region. Excludes all other fields.
   *
   * @default - one is made for `domainName`
   */
  certificateArn?: pulumi.Input<string>;

  /**
   * The domain of a certificate to make, of at most 64 characters; may start with `*.`. Needs `hostedZoneId`. Plain, because
   * it is proven by a record that is named after it.
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

  /**
   * The ARN of a role of the hosted zone's account, which is assumed to write the records and for nothing else. Plain, because
   * a provider is made for the account; one load balancer takes one role of each account.
   *
   * @default - the zone is written with the stack's own credentials
   */
  hostedZoneRoleArn?: string;

  /**
   * The public hosted zones of domains that are not in `hostedZoneId`, by domain, without `*.`. Plain, because the domains are.
   *
   * @default - all domains are in `hostedZoneId`
   */
  hostedZones?: Record<string, HostedZoneArgs>;

  /**
   * The key pair. Another one makes another certificate.
   *
   * @default KeyAlgorithm.Rsa2048
   */
  keyAlgorithm?: pulumi.Input<KeyAlgorithm>;

  /**
   * Whether the validation records go with the certificate. ACM proves a name, its wildcard and every certificate of the
   * account with that name by one record, in all Regions: without it none of them is renewed. So delete it only where no
   * other certificate has the name. Plain, because it is no argument of a resource.
   *
   * @default false
   */
  deleteValidationRecords?: boolean;
}
