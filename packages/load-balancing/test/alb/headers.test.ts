import * as assert from "node:assert/strict";
import { find } from "@groundwork/core/testing";
import { https, listenerMistakes } from "../balancers";

const LISTENER = "aws:lb/listener:Listener";

describe("headers", () => {
  it("renames headers for the target and sets headers for the client", async () => {
    const { inputs } = find(
      await https({
        requestHeaders: { tlsVersion: "X-Tls", clientCertificateSubject: "X-Subject" },
        responseHeaders: {
          server: false,
          noSniff: true,
          strictTransportSecurity: "max-age=31536000",
          frameOptions: "DENY",
          allowOrigin: "https://example.com",
          allowCredentials: true,
          maxAgeSeconds: 600,
        },
      }),
      LISTENER,
    );
    const routing = Object.fromEntries(Object.entries(inputs).filter(([key]) => key.startsWith("routing")));
    assert.deepEqual(routing, {
      routingHttpRequestXAmznTlsVersionHeaderName: "X-Tls",
      routingHttpRequestXAmznTlsCipherSuiteHeaderName: "X-Amzn-Tls-Cipher-Suite",
      routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: "X-Subject",
      routingHttpRequestXAmznMtlsClientcertIssuerHeaderName: "X-Amzn-Mtls-Clientcert-Issuer",
      routingHttpRequestXAmznMtlsClientcertSerialNumberHeaderName: "X-Amzn-Mtls-Clientcert-Serial-Number",
      routingHttpRequestXAmznMtlsClientcertValidityHeaderName: "X-Amzn-Mtls-Clientcert-Validity",
      routingHttpRequestXAmznMtlsClientcertLeafHeaderName: "X-Amzn-Mtls-Clientcert-Leaf",
      routingHttpRequestXAmznMtlsClientcertHeaderName: "X-Amzn-Mtls-Clientcert",
      routingHttpResponseServerEnabled: false,
      routingHttpResponseXContentTypeOptionsHeaderValue: "nosniff",
      routingHttpResponseStrictTransportSecurityHeaderValue: "max-age=31536000",
      routingHttpResponseXFrameOptionsHeaderValue: "DENY",
      routingHttpResponseAccessControlAllowOriginHeaderValue: "https://example.com",
      routingHttpResponseAccessControlAllowCredentialsHeaderValue: "true",
      routingHttpResponseAccessControlMaxAgeHeaderValue: "600",
    });
  });

  it("refuses headers that AWS or browsers refuse", async () => {
    assert.deepEqual(
      await listenerMistakes({
        requestHeaders: { tlsVersion: "X Tls" },
        responseHeaders: { frameOptions: "deny", maxAgeSeconds: 86401, allowOrigin: "*", allowCredentials: true },
      }),
      [
        'listeners[0].requestHeaders.tlsVersion is "X Tls", but must be a header name of 1 to 40 letters, digits, hyphens ' +
          "and underscores; correct it.",
        "listeners[0].responseHeaders.maxAgeSeconds is 86401, but must be a whole number from 0 to 86400 seconds; " +
          "pass a number in that range.",
        'listeners[0].responseHeaders.frameOptions is "deny", but must be DENY, SAMEORIGIN, or ALLOW-FROM and an address; ' +
          "pass one of these.",
        'listeners[0].responseHeaders.allowOrigin is "*", but must be one origin where allowCredentials is true: browsers ' +
          "refuse credentials for any origin; name the origin.",
      ],
    );
  });
});
