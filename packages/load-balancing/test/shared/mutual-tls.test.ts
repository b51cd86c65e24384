import * as assert from "node:assert/strict";
import { find, mistakes, names, record, waitsFor } from "@groundwork/core/testing";
import { MutualTlsMode, NetworkProtocol, type MutualTlsArgs } from "@groundwork/load-balancing";
import { arn, CERTIFICATE, edge, https, listenerMistakes } from "../balancers";

const LISTENER = "aws:lb/listener:Listener";

/** A Network Load Balancer whose only listener speaks a protocol and asks clients for certificates, or does not. */
function network(mutualTls?: MutualTlsArgs, protocol = NetworkProtocol.Tls): void {
  const certificate = protocol === NetworkProtocol.Tls ? { certificateArn: CERTIFICATE } : undefined;
  edge({ certificate, listeners: [{ port: 443, protocol, ...(mutualTls === undefined ? {} : { mutualTls }) }] });
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

  it("verifies the clients of a network load balancer, once revoked certificates are known, and is sent as off", async () => {
    const caBundle = { bucket: "pki", key: "ca.pem" };
    const revocations = { lost: { bucket: "pki", key: "lost.crl" } };
    const listener = find(await record(() => network({ caBundle, revocations })), LISTENER);
    assert.deepEqual(listener.inputs["mutualAuthentication"], {
      mode: "verify",
      ignoreClientCertificateExpiry: false,
      advertiseTrustStoreCaNames: "off",
      trustStoreArn: arn("edge-443-trust-store"),
    });
    assert.ok(waitsFor(listener).includes("edge-443-trust-store-revocation-lost"));
    const without = find(await record(() => network()), LISTENER);
    assert.deepEqual(without.inputs["mutualAuthentication"], { mode: "off" });
    const tcp = find(await record(() => network(undefined, NetworkProtocol.Tcp)), LISTENER);
    assert.equal(tcp.inputs["mutualAuthentication"], undefined);
  });

  it("hands no certificate on behind a network load balancer, which has no header for it, and needs TLS", async () => {
    assert.deepEqual(await mistakes(() => network({ mode: MutualTlsMode.Passthrough })), [
      'listeners[0].mutualTls.mode is "passthrough", but must be one of "verify"; pass one of these.',
    ]);
    assert.deepEqual(await mistakes(() => network({ trustStoreArn: arn("trust") }, NetworkProtocol.Tcp)), [
      'listeners[0].mutualTls is {"trustStoreArn":"arn:of:trust"}, but must be left out with protocol TCP; ' +
        "remove it or set the protocol to TLS.",
    ]);
  });
});
