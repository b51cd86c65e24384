import { type Checks, mapInput } from "@groundwork/core";
import type * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { text } from "../shared/texts";
import { type RequestHeaderArgs, type ResponseHeaderArgs } from "./headers-args";

/** Records the mistakes in a listener's headers. */
export function checkHeaders(
  checks: Checks,
  field: string,
  request: RequestHeaderArgs | undefined,
  response: ResponseHeaderArgs | undefined,
): void {
  for (const [key, name] of Object.entries(request ?? {}) as [string, pulumi.Input<string> | undefined][]) {
    checks.matches(
      `${field}.requestHeaders.${key}`,
      name,
      /^[A-Za-z0-9_-]{1,40}$/,
      "a header name of 1 to 40 letters, digits, hyphens and underscores",
      "correct it",
    );
  }
  checks.range(`${field}.responseHeaders.maxAgeSeconds`, response?.maxAgeSeconds, 0, 86400, "seconds");
  checks.matches(
    `${field}.responseHeaders.frameOptions`,
    response?.frameOptions,
    /^(DENY|SAMEORIGIN|ALLOW-FROM https?:\/\/\S+)$/,
    "DENY, SAMEORIGIN, or ALLOW-FROM and an address",
    "pass one of these",
  );
  checks.that(
    !(response?.allowCredentials === true && response.allowOrigin === "*"),
    `${field}.responseHeaders.allowOrigin`,
    response?.allowOrigin,
    "one origin where allowCredentials is true: browsers refuse credentials for any origin",
    "name the origin",
  );
}

/** AWS's own names for the headers about the client's TLS. */
const AWS_NAMES: Required<RequestHeaderArgs> = {
  clientCertificateSerialNumber: "X-Amzn-Mtls-Clientcert-Serial-Number",
  clientCertificateIssuer: "X-Amzn-Mtls-Clientcert-Issuer",
  clientCertificateSubject: "X-Amzn-Mtls-Clientcert-Subject",
  clientCertificateValidity: "X-Amzn-Mtls-Clientcert-Validity",
  clientCertificateLeaf: "X-Amzn-Mtls-Clientcert-Leaf",
  clientCertificate: "X-Amzn-Mtls-Clientcert",
  tlsVersion: "X-Amzn-Tls-Version",
  tlsCipherSuite: "X-Amzn-Tls-Cipher-Suite",
};

/**
 * Headers as a listener takes them. A name that is taken out of `requestHeaders` goes back to AWS's. AWS's provider has no way
 * to say that a response header is no longer set: https://github.com/hashicorp/terraform-provider-aws/issues/43042
 */
export function headerInputs(
  request: RequestHeaderArgs | undefined,
  response: ResponseHeaderArgs = {},
): Partial<lb.ListenerArgs> {
  const named: RequestHeaderArgs = request === undefined ? {} : { ...AWS_NAMES, ...request };
  return {
    routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName: named.clientCertificateSerialNumber,
    routingHttpRequestXAmznMtlsClientcertIssuerHeaderName: named.clientCertificateIssuer,
    routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: named.clientCertificateSubject,
    routingHttpRequestXAmznMtlsClientcertValidityHeaderName: named.clientCertificateValidity,
    routingHttpRequestXAmznMtlsClientcertLeafHeaderName: named.clientCertificateLeaf,
    routingHttpRequestXAmznMtlsClientcertHeaderName: named.clientCertificate,
    routingHttpRequestXAmznTlsVersionHeaderName: named.tlsVersion,
    routingHttpRequestXAmznTlsCipherSuiteHeaderName: named.tlsCipherSuite,
    // Left out, AWS's provider switches it off when it makes a listener.
    routingHttpResponseServerEnabled: response.server ?? true,
    routingHttpResponseStrictTransportSecurityHeaderValue: response.strictTransportSecurity,
    routingHttpResponseContentSecurityPolicyHeaderValue: response.contentSecurityPolicy,
    routingHttpResponseXContentTypeOptionsHeaderValue: where(response.noSniff, "nosniff"),
    routingHttpResponseXFrameOptionsHeaderValue: response.frameOptions,
    routingHttpResponseAccessControlAllowOriginHeaderValue: response.allowOrigin,
    routingHttpResponseAccessControlAllowMethodsHeaderValue: response.allowMethods,
    routingHttpResponseAccessControlAllowHeadersHeaderValue: response.allowHeaders,
    routingHttpResponseAccessControlAllowCredentialsHeaderValue: where(response.allowCredentials, "true"),
    routingHttpResponseAccessControlExposeHeadersHeaderValue: response.exposeHeaders,
    routingHttpResponseAccessControlMaxAgeHeaderValue: text(response.maxAgeSeconds),
  };
}

/** A header's value where a switch is on; where it is off, the header is left to the target. */
function where(on: pulumi.Input<boolean> | undefined, value: string): pulumi.Input<string> | undefined {
  return on === undefined ? undefined : (mapInput(on, (known) => (known ? value : undefined)) as pulumi.Input<string>);
}
