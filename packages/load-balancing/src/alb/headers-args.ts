import type * as pulumi from "@pulumi/pulumi";

/**
 * Other names for the headers in which a target learns about the client's TLS: 1 to 40 letters, digits, hyphens and
 * underscores each. HTTPS listeners only. AWS keeps names where this is left out again: leave it empty to go back to AWS's.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
export interface RequestHeaderArgs {
  /**
   * The header with the serial number of the client's certificate.
   *
   * @default "X-Amzn-Mtls-Clientcert-Serial-Number"
   */
  clientCertificateSerialNumber?: pulumi.Input<string>;

  /**
   * The header with the issuer of the client's certificate.
   *
   * @default "X-Amzn-Mtls-Clientcert-Issuer"
   */
  clientCertificateIssuer?: pulumi.Input<string>;

  /**
   * The header with the subject of the client's certificate.
   *
   * @default "X-Amzn-Mtls-Clientcert-Subject"
   */
  clientCertificateSubject?: pulumi.Input<string>;

  /**
   * The header with the time for which the client's certificate is valid.
   *
   * @default "X-Amzn-Mtls-Clientcert-Validity"
   */
  clientCertificateValidity?: pulumi.Input<string>;

  /**
   * The header with the client's certificate, where it was verified.
   *
   * @default "X-Amzn-Mtls-Clientcert-Leaf"
   */
  clientCertificateLeaf?: pulumi.Input<string>;

  /**
   * The header with the client's whole chain of certificates, where it was not verified.
   *
   * @default "X-Amzn-Mtls-Clientcert"
   */
  clientCertificate?: pulumi.Input<string>;

  /**
   * The header with the TLS version.
   *
   * @default "X-Amzn-Tls-Version"
   */
  tlsVersion?: pulumi.Input<string>;

  /**
   * The header with the cipher suite.
   *
   * @default "X-Amzn-Tls-Cipher-Suite"
   */
  tlsCipherSuite?: pulumi.Input<string>;
}

/**
 * Headers that the load balancer sets in every answer, over whatever the target set. AWS's provider changes a header's value
 * but takes none away again: empty it in AWS once it is out of the program, or set another value.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
export interface ResponseHeaderArgs {
  /**
   * Whether answers name the server.
   *
   * @default true
   */
  server?: pulumi.Input<boolean>;

  /**
   * For how long browsers use HTTPS only: Strict-Transport-Security, such as `max-age=31536000`.
   *
   * @default - as the target sets it
   */
  strictTransportSecurity?: pulumi.Input<string>;

  /**
   * What a page may load: Content-Security-Policy.
   *
   * @default - as the target sets it
   */
  contentSecurityPolicy?: pulumi.Input<string>;

  /**
   * Whether browsers take content types at their word: X-Content-Type-Options.
   *
   * @default false
   */
  noSniff?: pulumi.Input<boolean>;

  /**
   * Who may frame a page, X-Frame-Options: `DENY`, `SAMEORIGIN`, or `ALLOW-FROM` and an address.
   *
   * @default - as the target sets it
   */
  frameOptions?: pulumi.Input<string>;

  /**
   * Which origin may read answers, Access-Control-Allow-Origin: one origin, or `*`.
   *
   * @default - as the target sets it
   */
  allowOrigin?: pulumi.Input<string>;

  /**
   * The methods that other origins may use, separated by commas.
   *
   * @default - as the target sets them
   */
  allowMethods?: pulumi.Input<string>;

  /**
   * The headers that other origins may send, separated by commas.
   *
   * @default - as the target sets them
   */
  allowHeaders?: pulumi.Input<string>;

  /**
   * Whether other origins may send credentials, such as cookies; needs one origin in `allowOrigin`.
   *
   * @default false
   */
  allowCredentials?: pulumi.Input<boolean>;

  /**
   * The headers that other origins may read, separated by commas.
   *
   * @default - as the target sets them
   */
  exposeHeaders?: pulumi.Input<string>;

  /**
   * Seconds for which the answer to a preflight request may be kept, from 0 to 86400.
   *
   * @default - as the target sets them
   */
  maxAgeSeconds?: pulumi.Input<number>;
}
