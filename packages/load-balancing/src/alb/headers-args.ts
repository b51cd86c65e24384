/**
 * Other names for the headers in which a target learns about the client's TLS. HTTPS listeners only.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
export interface RequestHeaderArgs {
  /** @default "X-Amzn-Mtls-Clientcert-Serial-Number" */
  clientCertificateSerialNumber?: string;
  /** @default "X-Amzn-Mtls-Clientcert-Issuer" */
  clientCertificateIssuer?: string;
  /** @default "X-Amzn-Mtls-Clientcert-Subject" */
  clientCertificateSubject?: string;
  /** @default "X-Amzn-Mtls-Clientcert-Validity" */
  clientCertificateValidity?: string;
  /** @default "X-Amzn-Mtls-Clientcert-Leaf" */
  clientCertificateLeaf?: string;
  /** @default "X-Amzn-Mtls-Clientcert" */
  clientCertificate?: string;
  /** @default "X-Amzn-Tls-Version" */
  tlsVersion?: string;
  /** @default "X-Amzn-Tls-Cipher-Suite" */
  tlsCipherSuite?: string;
}

/**
 * Headers that the load balancer sets in every answer, over whatever the target set.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/header-modification.html
 */
export interface ResponseHeaderArgs {
  /** Whether answers name the server. @default true */
  server?: boolean;
  strictTransportSecurity?: string;
  contentSecurityPolicy?: string;
  /** Refuses content types that do not say what they are. @default false */
  noSniff?: boolean;
  /** `DENY`, `SAMEORIGIN` or `ALLOW-FROM` and an address. */
  frameOptions?: string;
  /** One origin, or `*`. */
  allowOrigin?: string;
  /** Separated by commas. */
  allowMethods?: string;
  /** Separated by commas. */
  allowHeaders?: string;
  /** @default false */
  allowCredentials?: boolean;
  /** Separated by commas. */
  exposeHeaders?: string;
  /** Seconds for which the answer to a preflight request may be kept, from 0 to 86400. */
  maxAgeSeconds?: number;
}
