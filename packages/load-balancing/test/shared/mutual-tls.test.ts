import * as assert from "node:assert/strict";
import { find, mistakes, names, record, waitsFor, type Recorded } from "@groundwork/core/testing";
import { MutualTlsMode, type ApplicationListenerArgs } from "@groundwork/load-balancing";
import { arn, web } from "../balancers";

const LISTENER = "aws:lb/listener:Listener";

/** A load balancer whose only listener is this one, on 443. */
function https(listener: Partial<ApplicationListenerArgs>): Promise<Recorded[]> {
  return record(() => web({ listeners: [{ port: 443, ...listener }] }));
}

function listenerMistakes(listener: Partial<ApplicationListenerArgs>): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, ...listener }] }));
}

describe("mutual TLS", () => {
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
});
