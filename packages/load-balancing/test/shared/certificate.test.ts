import * as assert from "node:assert/strict";
import {
  find,
  inputsOf,
  mistakes,
  named,
  names,
  record,
  refused,
  waitsFor,
  type Recorded,
} from "@groundwork/core/testing";
import { KeyAlgorithm } from "@groundwork/load-balancing";
import { arn, CERTIFICATE, https, web } from "../balancers";

const LISTENER = "aws:lb/listener:Listener";
const SNI = "aws:lb/listenerCertificate:ListenerCertificate";

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
      subjectAlternativeNames: ["example.com", "*.example.com", "example.org"],
      keyAlgorithm: "RSA_2048",
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
      allowOverwrite: true,
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

  it("shares its validation records with every certificate of the name, so that they stay when it goes", async () => {
    const proof = "web-validation-record-example.com";
    assert.equal(named(await record(() => web({ certificate })), proof).retainOnDelete, true);
    const alone = { ...certificate, deleteValidationRecords: true };
    assert.equal(named(await record(() => web({ certificate: alone })), proof).retainOnDelete, false);
  });

  it("may stand beside others of its name on one listener, each with resources of its own", async () => {
    const extraCertificates = {
      same: { domainName: "example.com", hostedZoneId: "Z2" },
      wild: { domainName: "*.example.com", hostedZoneId: "Z2" },
    };
    const resources = await record(() => web({ certificate, listeners: [{ port: 443, extraCertificates }] }));
    const proofs = resources.filter(({ inputs }) => inputs["name"] === "_proof.example.com");
    assert.deepEqual(proofs.map(({ name }) => name).sort(), [
      "web-443-sni-same-validation-record-example.com",
      "web-443-sni-wild-validation-record-example.com",
      "web-validation-record-example.com",
    ]);
    for (const { inputs, retainOnDelete } of proofs) {
      assert.deepEqual([inputs["allowOverwrite"], retainOnDelete], [true, true]);
    }
  });

  it("is proven in the zone of each domain", async () => {
    const hostedZones = { "example.org": { hostedZoneId: "Z3" } };
    const resources = await record(() => web({ certificate: { ...certificate, hostedZones } }));
    assert.equal(inputsOf(resources, "web-validation-record-example.com")["zoneId"], "Z2");
    assert.equal(inputsOf(resources, "web-validation-record-example.org")["zoneId"], "Z3");
  });

  it("always says its names and its key, because AWS keeps those that are left out", async () => {
    const plain = { domainName: "example.com", hostedZoneId: "Z2" };
    const { inputs } = find(await record(() => web({ certificate: plain })), "aws:acm/certificate:Certificate");
    assert.deepEqual(inputs["subjectAlternativeNames"], ["example.com"]);
    assert.equal(inputs["keyAlgorithm"], "RSA_2048");
    const elliptic = { ...plain, keyAlgorithm: KeyAlgorithm.EcSecp384 };
    const other = find(await record(() => web({ certificate: elliptic })), "aws:acm/certificate:Certificate");
    assert.equal(other.inputs["keyAlgorithm"], "EC_secp384r1");
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
    const keyAlgorithm = "RSA_4096" as KeyAlgorithm;
    const hostedZones = { "example.net": { hostedZoneId: "Z3" } };
    assert.deepEqual(await mistakes(() => web({ certificate: { ...certificate, keyAlgorithm, hostedZones } })), [
      'certificate.hostedZones is "example.net", but must be one of example.com, example.org; ' +
        "name a domain of the certificate, without its wildcard.",
      'certificate.keyAlgorithm is "RSA_4096", but must be one of "RSA_2048", "EC_prime256v1", "EC_secp384r1"; ' +
        "pass one of these.",
    ]);
    const both = { certificateArn: CERTIFICATE, keyAlgorithm: KeyAlgorithm.Rsa2048, deleteValidationRecords: false };
    assert.deepEqual(await refused(() => web({ certificate: both })), [
      'certificate.keyAlgorithm is "RSA_2048"',
      "certificate.deleteValidationRecords is false",
    ]);
  });
});
