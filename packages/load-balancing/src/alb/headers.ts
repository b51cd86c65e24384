import { type Checks } from "@groundwork/core";
import type * as aws from "@pulumi/aws";

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

/** Records the mistakes in a listener's headers. */
export function checkHeaders(
  checks: Checks,
  field: string,
  request: RequestHeaderArgs | undefined,
  response: ResponseHeaderArgs | undefined,
): void {
  for (const [key, name] of Object.entries(request ?? {}) as [string, string][]) {
    checks.that(
      /^[A-Za-z0-9_-]{1,40}$/.test(name),
      `${field}.requestHeaders.${key}`,
      name,
      "a header name of 1 to 40 letters, digits, hyphens and underscores",
      "correct it",
    );
  }
  checks.range(`${field}.responseHeaders.maxAgeSeconds`, response?.maxAgeSeconds, 0, 86400, "seconds");
  if (response?.frameOptions !== undefined) {
    checks.that(
      /^(DENY|SAMEORIGIN|ALLOW-FROM https?:\/\/\S+)$/.test(response.frameOptions),
      `${field}.responseHeaders.frameOptions`,
      response.frameOptions,
      "DENY, SAMEORIGIN, or ALLOW-FROM and an address",
      "pass one of these",
    );
  }
  checks.that(
    !(response?.allowCredentials === true && response.allowOrigin === "*"),
    `${field}.responseHeaders.allowOrigin`,
    response?.allowOrigin,
    "one origin where allowCredentials is true: browsers refuse credentials for any origin",
    "name the origin",
  );
}

/** Headers as a listener takes them. */
export function headerInputs(
  request: RequestHeaderArgs = {},
  response: ResponseHeaderArgs = {},
): Partial<aws.lb.ListenerArgs> {
  return {
    routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName: request.clientCertificateSerialNumber,
    routingHttpRequestXAmznMtlsClientcertIssuerHeaderName: request.clientCertificateIssuer,
    routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: request.clientCertificateSubject,
    routingHttpRequestXAmznMtlsClientcertValidityHeaderName: request.clientCertificateValidity,
    routingHttpRequestXAmznMtlsClientcertLeafHeaderName: request.clientCertificateLeaf,
    routingHttpRequestXAmznMtlsClientcertHeaderName: request.clientCertificate,
    routingHttpRequestXAmznTlsVersionHeaderName: request.tlsVersion,
    routingHttpRequestXAmznTlsCipherSuiteHeaderName: request.tlsCipherSuite,
    routingHttpResponseServerEnabled: response.server,
    routingHttpResponseStrictTransportSecurityHeaderValue: response.strictTransportSecurity,
    routingHttpResponseContentSecurityPolicyHeaderValue: response.contentSecurityPolicy,
    routingHttpResponseXContentTypeOptionsHeaderValue: response.noSniff === true ? "nosniff" : undefined,
    routingHttpResponseXFrameOptionsHeaderValue: response.frameOptions,
    routingHttpResponseAccessControlAllowOriginHeaderValue: response.allowOrigin,
    routingHttpResponseAccessControlAllowMethodsHeaderValue: response.allowMethods,
    routingHttpResponseAccessControlAllowHeadersHeaderValue: response.allowHeaders,
    routingHttpResponseAccessControlAllowCredentialsHeaderValue:
      response.allowCredentials === true ? "true" : undefined,
    routingHttpResponseAccessControlExposeHeadersHeaderValue: response.exposeHeaders,
    routingHttpResponseAccessControlMaxAgeHeaderValue:
      response.maxAgeSeconds === undefined ? undefined : String(response.maxAgeSeconds),
  };
}
