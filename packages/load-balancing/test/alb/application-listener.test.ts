import * as assert from "node:assert/strict";
import {
  ApplicationProtocol,
  MutualTlsMode,
  ProtocolVersion,
  type ApplicationListenerArgs,
  type ApplicationLoadBalancerArgs,
} from "@groundwork/load-balancing";
import { arn, CERTIFICATE, web } from "../balancers";
import { find, mistakes, names, record, waitsFor, type Recorded } from "@groundwork/core/testing";

const LISTENER = "aws:lb/listener:Listener";
const SNI = "aws:lb/listenerCertificate:ListenerCertificate";

/** A load balancer whose only listener is this one, on 443. */
function https(listener: Partial<ApplicationListenerArgs>): Promise<Recorded[]> {
  return record(() => web({ listeners: [{ port: 443, ...listener }] }));
}

function listenerMistakes(listener: Partial<ApplicationListenerArgs>): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, ...listener }] }));
}

describe("certificate", () => {
  const certificate = {
    domainName: "example.com",
    alternativeNames: ["*.example.com", "example.org"],
    hostedZoneId: "Z2",
  };

  it("is made, proven by one record for each domain and used once it is valid", async () => {
    const resources = await record(() => web({ certificate }));
    assert.deepEqual(find(resources, "aws:acm/certificate:Certificate").inputs, {
      domainName: "example.com",
      subjectAlternativeNames: ["*.example.com", "example.org"],
      validationMethod: "DNS",
      tags: { Name: "web" },
    });
    const RECORD = "aws:route53/record:Record";
    assert.deepEqual(names(resources, RECORD), [
      "web-validation-record-example.com",
      "web-validation-record-example.org",
    ]);
    assert.deepEqual(find(resources, RECORD, "web-validation-record-example.org").inputs, {
      zoneId: "Z2",
      name: "_proof.example.org",
      type: "CNAME",
      records: ["_answer.acm-validations.aws"],
      ttl: 300,
    });
    const validation = find(resources, "aws:acm/certificateValidation:CertificateValidation");
    assert.deepEqual(waitsFor(validation, "validationRecordFqdns"), [
      "web-validation-record-example.com",
      "web-validation-record-example.org",
    ]);
    const listener = find(resources, LISTENER, "web-443-listener");
    assert.equal(listener.inputs["certificateArn"], arn("web-certificate"));
    assert.deepEqual(waitsFor(listener, "certificateArn"), ["web-certificate-validation"]);
  });

  it("serves further domains, each under its name, so that reordering detaches none", async () => {
    const one = { certificateArn: `${CERTIFICATE}1` };
    const two = { certificateArn: `${CERTIFICATE}2` };
    const before = await https({ extraCertificates: { one, two } });
    const after = await https({ extraCertificates: { two, one } });
    const byName = (resources: Recorded[]) =>
      resources.filter(({ type }) => type === SNI).map(({ name, inputs }) => [name, inputs["certificateArn"]]);
    assert.deepEqual(byName(before), [
      ["web-443-sni-one-listener-certificate", `${CERTIFICATE}1`],
      ["web-443-sni-two-listener-certificate", `${CERTIFICATE}2`],
    ]);
    assert.deepEqual(byName(after).sort(), byName(before));
  });

  it("is refused if it is both given and to be made, or if its domain cannot be proven", async () => {
    assert.deepEqual(await mistakes(() => web({ certificate: { certificateArn: CERTIFICATE, hostedZoneId: "Z2" } })), [
      'certificate.hostedZoneId is "Z2", but must be left out beside certificateArn; it belongs to a certificate to make.',
    ]);
    assert.deepEqual(await mistakes(() => web({ certificate: { domainName: "Example" } })), [
      "certificate.hostedZoneId is missing, but must be the hosted zone of domainName; " +
        "pass it: ACM proves through it that the domain is yours.",
      'certificate is "Example", but must be a domain name in lower case, with * at most as its first label; correct it.',
    ]);
  });
});

describe("HTTPS listener", () => {
  it("takes another TLS policy, but none that speaks TLS 1.0 or 1.1", async () => {
    const policy = "ELBSecurityPolicy-TLS13-1-3-PQ-2025-09";
    assert.equal(find(await https({ tlsPolicy: policy }), LISTENER).inputs["sslPolicy"], policy);
    for (const tlsPolicy of [
      "ELBSecurityPolicy-2016-08",
      "ELBSecurityPolicy-TLS13-1-0-2021-06",
      "ELBSecurityPolicy-FS-1-1-2019-08",
    ]) {
      assert.deepEqual(await listenerMistakes({ tlsPolicy }), [
        `listeners[0].tlsPolicy is "${tlsPolicy}", but must be an ELBSecurityPolicy that starts at TLS 1.2; ` +
          "leave it out for ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09.",
      ]);
    }
  });

  it("verifies clients' certificates, once revoked ones are known", async () => {
    const resources = await https({
      mutualTls: {
        caBundle: { bucket: "pki", key: "ca.pem", version: "1" },
        revocations: { lost: { bucket: "pki", key: "lost.crl" } },
        advertiseCaNames: true,
      },
    });
    assert.deepEqual(find(resources, "aws:lb/trustStore:TrustStore").inputs, {
      caCertificatesBundleS3Bucket: "pki",
      caCertificatesBundleS3Key: "ca.pem",
      caCertificatesBundleS3ObjectVersion: "1",
      tags: { Name: "web-443-trust" },
    });
    assert.deepEqual(find(resources, "aws:lb/trustStoreRevocation:TrustStoreRevocation").inputs, {
      trustStoreArn: arn("web-443-trust-store"),
      revocationsS3Bucket: "pki",
      revocationsS3Key: "lost.crl",
    });
    const listener = find(resources, LISTENER);
    assert.deepEqual(listener.inputs["mutualAuthentication"], {
      mode: "verify",
      ignoreClientCertificateExpiry: false,
      advertiseTrustStoreCaNames: "on",
      trustStoreArn: arn("web-443-trust-store"),
    });
    assert.ok(waitsFor(listener).includes("web-443-trust-store-revocation-lost"));
  });

  it("uses a trust store that exists, or hands certificates on", async () => {
    const existing = await https({ mutualTls: { trustStoreArn: arn("trust") } });
    const inputs = find(existing, LISTENER).inputs["mutualAuthentication"] as Record<string, unknown>;
    assert.equal(inputs["trustStoreArn"], arn("trust"));
    assert.deepEqual(names(existing, "aws:lb/trustStore:TrustStore"), []);
    const passed = await https({ mutualTls: { mode: MutualTlsMode.Passthrough } });
    assert.deepEqual(find(passed, LISTENER).inputs["mutualAuthentication"], { mode: "passthrough" });
  });

  it("refuses to verify against nothing, and to revoke where nothing is verified", async () => {
    assert.deepEqual(await listenerMistakes({ mutualTls: {} }), [
      "listeners[0].mutualTls is {}, but must be either caBundle or trustStoreArn; say which authorities to trust.",
    ]);
    const revocations = { lost: { bucket: "pki", key: "lost.crl" } };
    assert.deepEqual(await listenerMistakes({ mutualTls: { mode: MutualTlsMode.Passthrough, revocations } }), [
      'listeners[0].mutualTls.revocations is {"lost":{"bucket":"pki","key":"lost.crl"}}, but must be left out with mode ' +
        '"passthrough", which verifies nothing; remove it or set mode to "verify".',
    ]);
  });

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
      routingHttpRequestXAmznMtlsClientcertSubjectHeaderName: "X-Subject",
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

describe("HTTP listener", () => {
  it("refuses what belongs to TLS", async () => {
    const listener: ApplicationListenerArgs = {
      port: 80,
      protocol: ApplicationProtocol.Http,
      tlsPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06",
    };
    assert.deepEqual(await mistakes(() => web({ listeners: [{ port: 443 }, listener] })), [
      'listeners[1].tlsPolicy is "ELBSecurityPolicy-TLS13-1-2-2021-06", but must be left out on an HTTP listener; ' +
        "remove it or set the protocol to HTTPS.",
    ]);
  });

  it("redirects to the port on which HTTPS is, and wants to know what to do if there is none", async () => {
    const plain: ApplicationListenerArgs = { port: 80, protocol: ApplicationProtocol.Http };
    const resources = await record(() => web({ listeners: [{ port: 8443 }, plain] }));
    const [action] = find(resources, LISTENER, "web-80-listener").inputs["defaultActions"] as { redirect: unknown }[];
    assert.deepEqual(action?.redirect, { protocol: "HTTPS", port: "8443", statusCode: "HTTP_301" });
    const change: Partial<ApplicationLoadBalancerArgs> = { targetGroups: {}, listeners: [plain] };
    assert.deepEqual(await mistakes(() => web(change)), [
      "listeners[0].defaultAction is missing, but there is no HTTPS listener to redirect to; add one or say what to do.",
    ]);
  });

  it("refuses gRPC, which needs HTTPS", async () => {
    const change: Partial<ApplicationLoadBalancerArgs> = {
      targetGroups: { app: { port: 443, protocolVersion: ProtocolVersion.Grpc } },
      listeners: [
        { port: 80, protocol: ApplicationProtocol.Http, allowUnencrypted: true, defaultAction: { forward: "app" } },
      ],
    };
    assert.deepEqual(await mistakes(() => web(change)), [
      'listeners[0] forwards to target group "app", which speaks gRPC and needs HTTPS; set the protocol to HTTPS.',
    ]);
  });
});
