import type * as pulumi from "@pulumi/pulumi";

/** What a listener does with clients' certificates. */
export enum MutualTlsMode {
  /** Verifies them against the trust store and refuses clients that have none. */
  Verify = "verify",
  /** Hands them to the target unverified, in the header X-Amzn-Mtls-Clientcert. Application Load Balancers only. */
  Passthrough = "passthrough",
}

/** A file in S3. */
export interface S3ObjectArgs {
  /** The bucket's name. */
  bucket: pulumi.Input<string>;

  /** The file's key in the bucket. */
  key: pulumi.Input<string>;

  /**
   * The file's version.
   *
   * @default - the latest when the trust store is made; with a version, a new one reaches the trust store
   */
  version?: pulumi.Input<string>;
}

/**
 * Clients that show certificates.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/mutual-authentication.html
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/network/mutual-authentication.html
 */
export interface MutualTlsArgs {
  /**
   * What becomes of clients' certificates. Plain, because only some modes have a trust store.
   *
   * @default MutualTlsMode.Verify
   */
  mode?: MutualTlsMode;

  /**
   * The authorities whose certificates are trusted, as a PEM bundle: a trust store is made of it.
   *
   * @default - `trustStoreArn` says whom to trust
   */
  caBundle?: S3ObjectArgs;

  /**
   * The ARN of a trust store that exists, instead of `caBundle`.
   *
   * @default - one is made of `caBundle`
   */
  trustStoreArn?: pulumi.Input<string>;

  /**
   * Lists of certificates that are no longer trusted, by a name of yours. They need `caBundle`. Plain, because each is a
   * resource of its own.
   *
   * @default - none
   */
  revocations?: Record<string, S3ObjectArgs>;

  /**
   * Whether certificates that have expired are still good.
   *
   * @default false
   */
  allowExpiredCertificates?: pulumi.Input<boolean>;

  /**
   * Whether clients are told which authorities are trusted, so that they can pick a certificate.
   *
   * @default false
   */
  advertiseCaNames?: pulumi.Input<boolean>;
}
