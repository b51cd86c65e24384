import * as assert from "node:assert/strict";
import { Account } from "./harness/account";
import { type Living } from "./provider/cloud";
import { type Properties, textOf } from "./provider/values";

const CERTIFICATE = "aws:acm/certificate:Certificate";
const RECORD = "aws:route53/record:Record";
const ZONE = "aws:route53/zone:Zone";

let account: Account;
let count = 0;
beforeEach(() => {
  account = new Account();
});
afterEach(() => account.close());

const make = (token: string, inputs: Properties): Living => account.create(token, `it-${count++}`, inputs);

describe("the records of one name in the stand-in", () => {
  const www = { zoneId: "Z1", name: "www.example.com", type: "A", aliases: [{ name: "lb", zoneId: "Z0" }] };
  const weighted = (setIdentifier: string, weight = 1): Properties => ({
    ...www,
    setIdentifier,
    weightedRoutingPolicies: [{ weight }],
  });
  const nearest = (setIdentifier: string, region: string): Properties => ({
    ...www,
    setIdentifier,
    latencyRoutingPolicies: [{ region }],
  });

  it("are told apart by their set identifiers, in each zone and type", () => {
    make(RECORD, weighted("a"));
    assert.ok(make(RECORD, weighted("b")));
    assert.throws(() => make(RECORD, weighted("b")), /InvalidChangeBatch: .* SetIdentifier b, but it already exists/);
    assert.ok(make(RECORD, { ...www, zoneId: "Z2" }));
    assert.ok(make(RECORD, { ...www, type: "AAAA" }));
  });

  it("have all of them one routing policy, or none", () => {
    const first = make(RECORD, www);
    assert.throws(() => make(RECORD, weighted("a")), /another routing policy exists/);
    account.update(first, weighted("a"));
    assert.ok(make(RECORD, weighted("b")));
    assert.throws(() => make(RECORD, { ...www, name: "WWW.example.com." }), /another routing policy exists/);
    assert.throws(() => make(RECORD, nearest("c", "eu-west-1")), /another routing policy exists/);
  });

  it("change their routing policy with their set identifier only, in one batch, and alone", () => {
    const first = make(RECORD, weighted("a"));
    assert.throws(() => account.update(first, nearest("a", "eu-west-1")), /another routing policy exists/);
    const second = make(RECORD, weighted("b"));
    assert.throws(() => account.update(first, nearest("c", "eu-west-1")), /another routing policy exists/);
    account.delete(second);
    assert.ok(account.update(first, nearest("c", "eu-west-1")));
    assert.deepEqual(account.plan(first, www).replaces, []);
  });

  it("differ in what they are for: one Region's, one place's, the primary", () => {
    make(RECORD, nearest("a", "eu-west-1"));
    assert.throws(() => make(RECORD, nearest("b", "eu-west-1")), /has the same routing policy/);
    assert.ok(make(RECORD, nearest("b", "eu-central-1")));
    const failover = (setIdentifier: string, type: string): Properties => ({
      ...www,
      name: "app.example.com",
      setIdentifier,
      failoverRoutingPolicies: [{ type }],
    });
    make(RECORD, failover("a", "PRIMARY"));
    assert.throws(() => make(RECORD, failover("b", "PRIMARY")), /has the same routing policy/);
    assert.ok(make(RECORD, failover("b", "SECONDARY")));
  });

  it("are written by the zone's own account only, which a provider reaches by its role", () => {
    const zone = make(ZONE, { name: "example.com" });
    const record = { ...www, zoneId: zone.id };
    assert.ok(make(RECORD, record));
    account.assumeRole("arn:aws:iam::222233334444:role/dns");
    assert.throws(
      () => make(RECORD, { ...record, name: "other.example.com" }),
      /AccessDenied: 222233334444 is not authorized to access hosted zone zoneId-\w+ of 123456789012/,
    );
    assert.match(textOf(make(CERTIFICATE, { domainName: "x.org" }).outputs, "arn") ?? "", /:222233334444:/);
  });

  it("are in the account that a provider may deploy to, unless it assumes a role of another", () => {
    const accountOf = (domainName: string) => textOf(make(CERTIFICATE, { domainName }).outputs, "arn")?.split(":")[4];
    assert.equal(accountOf("a.org"), "123456789012");
    account.configure({ allowedAccountIds: JSON.stringify(["333344445555"]) });
    assert.equal(accountOf("b.org"), "333344445555");
  });

  it("keep their zone, unless it is emptied by force", () => {
    const zone = make(ZONE, { name: "example.com" });
    const record = make(RECORD, { ...www, zoneId: zone.id });
    assert.throws(() => account.delete(zone), /HostedZoneNotEmpty/);
    account.delete(record);
    account.delete(zone);
    const forced = make(ZONE, { name: "example.com", forceDestroy: true });
    make(RECORD, { ...www, zoneId: forced.id });
    account.delete(forced);
    assert.equal(account.has(forced), false);
  });
});

describe("a certificate of the stand-in", () => {
  const certificate = { domainName: "example.com", validationMethod: "DNS" };

  it("is proven by one record for a name, its wildcard and every certificate with that name", () => {
    const proof = (domainName: string): (string | undefined)[] => {
      const { outputs } = make(CERTIFICATE, { ...certificate, domainName });
      const [option = {}] = outputs["domainValidationOptions"] as Properties[];
      return ["resourceRecordName", "resourceRecordValue"].map((name) => textOf(option, name));
    };
    assert.deepEqual(proof("*.example.com"), proof("example.com"));
    assert.notDeepEqual(proof("www.example.com"), proof("example.com"));
  });

  it("has its domain among its alternative names, named there or not, and keeps them where they are left out", () => {
    const plain = make(CERTIFICATE, certificate);
    assert.deepEqual(plain.outputs["subjectAlternativeNames"], ["example.com"]);
    assert.deepEqual(account.plan(plain, { ...certificate, subjectAlternativeNames: ["example.com"] }).changes, []);
    const wide = make(CERTIFICATE, { ...certificate, subjectAlternativeNames: ["*.example.com"] });
    assert.deepEqual(account.plan(wide, certificate).changes, []);
    const both = { ...certificate, subjectAlternativeNames: ["*.example.com", "example.com"] };
    assert.deepEqual(account.plan(wide, both).changes, []);
    const narrow = { ...certificate, subjectAlternativeNames: ["example.com"] };
    assert.deepEqual(account.plan(wide, narrow).replaces, ["subjectAlternativeNames"]);
  });

  it("has an RSA key unless told otherwise, and keeps the key that it has", () => {
    const plain = make(CERTIFICATE, certificate);
    assert.deepEqual(account.plan(plain, { ...certificate, keyAlgorithm: "RSA_2048" }).changes, []);
    const elliptic = make(CERTIFICATE, { ...certificate, keyAlgorithm: "EC_prime256v1" });
    assert.deepEqual(account.plan(elliptic, certificate).changes, []);
    assert.deepEqual(account.plan(elliptic, { ...certificate, keyAlgorithm: "RSA_2048" }).replaces, ["keyAlgorithm"]);
  });

  it("stays while a listener has it beside its own", () => {
    const living = make(CERTIFICATE, certificate);
    const extra = make("aws:lb/listenerCertificate:ListenerCertificate", {
      listenerArn: "arn:listener",
      certificateArn: living.id,
    });
    assert.throws(() => account.delete(living), /ResourceInUseException/);
    account.delete(extra);
    account.delete(living);
    assert.equal(account.has(living), false);
  });
});
