import * as assert from "node:assert/strict";
import { find, mistakes, named, names, record, refused, type Recorded } from "@groundwork/core/testing";
import { KeyAlgorithm, NetworkProtocol } from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { CERTIFICATE, edge, web } from "../balancers";

const RECORD = "aws:route53/record:Record";
const PROVIDER = "pulumi:providers:aws";
const ROLE = "arn:aws:iam::222233334444:role/dns/names";

/** All that a program makes, but for what tells one run from the next. */
function made(resources: Recorded[]): object[] {
  return resources.map(({ type, name, inputs, dependencies }) => ({ type, name, inputs, dependencies }));
}

describe("a domain", () => {
  const domain = { name: "www.example.com", hostedZoneId: "Z2" };

  it("is a certificate and an alias, under the names that those have by themselves", async () => {
    const apart = {
      certificate: { domainName: "www.example.com", hostedZoneId: "Z2" },
      aliases: [{ name: "www.example.com", hostedZoneId: "Z2" }],
    };
    const whole = made(await record(() => web({ certificate: undefined, domain })));
    assert.deepEqual(whole, made(await record(() => web(apart))));
    assert.ok(whole.length > 10);
    const listeners = [{ port: 443, protocol: NetworkProtocol.Tls }];
    const front = made(await record(() => edge({ listeners, domain })));
    assert.deepEqual(front, made(await record(() => edge({ listeners, ...apart }))));
  });

  it("has further names, each proven and led from in its own zone", async () => {
    const alternativeNames = [{ name: "example.com" }, { name: "*.example.org", hostedZoneId: "Z3" }];
    const resources = await record(() =>
      web({
        certificate: undefined,
        domain: { ...domain, alternativeNames, keyAlgorithm: KeyAlgorithm.EcPrime256, deleteValidationRecords: true },
      }),
    );
    const { subjectAlternativeNames, keyAlgorithm } = find(resources, "aws:acm/certificate:Certificate").inputs;
    assert.deepEqual(subjectAlternativeNames, ["www.example.com", "example.com", "*.example.org"]);
    assert.equal(keyAlgorithm, "EC_prime256v1");
    const zones = resources.filter(({ type }) => type === RECORD).map(({ name, inputs }) => [name, inputs["zoneId"]]);
    assert.deepEqual(zones, [
      ["web-validation-record-www.example.com", "Z2"],
      ["web-validation-record-example.com", "Z2"],
      ["web-validation-record-example.org", "Z3"],
      ["web-alias-www.example.com-A", "Z2"],
      ["web-alias-example.com-A", "Z2"],
      ["web-alias-*.example.org-A", "Z3"],
    ]);
    assert.equal(named(resources, "web-validation-record-example.org").retainOnDelete, false);
  });

  it("shares its names with other load balancers as it is told", async () => {
    const routing = { setIdentifier: "web", weight: 10 };
    const alternativeNames = [{ name: "example.com" }];
    const resources = await record(() =>
      web({ certificate: undefined, domain: { ...domain, alternativeNames, routing, evaluateTargetHealth: false } }),
    );
    for (const name of ["web-alias-www.example.com-A", "web-alias-example.com-A"]) {
      const { setIdentifier, aliases } = named(resources, name).inputs;
      assert.equal(setIdentifier, "web");
      assert.deepEqual(aliases, [
        { name: "web-load-balancer.elb.amazonaws.com", zoneId: "Z1", evaluateTargetHealth: false },
      ]);
    }
  });

  it("has other names beside it, such as its own in a private zone", async () => {
    const aliases = [{ name: "www.example.com", key: "private", hostedZoneId: "Z9" }];
    const resources = await record(() => web({ certificate: undefined, domain, aliases }));
    assert.deepEqual(
      names(resources, RECORD).filter((name) => name.includes("alias")),
      ["web-alias-www.example.com-A", "web-alias-www.example.com-private-A"],
    );
  });

  it("is refused beside what contradicts it, and where nothing takes its certificate", async () => {
    assert.deepEqual(await mistakes(() => web({ domain, aliases: [domain] })), [
      'domain and aliases is ["www.example.com","www.example.com"], but must be names that differ; ' +
        "list each name once, or tell those of two zones apart by a key.",
      `certificate is {"certificateArn":"${CERTIFICATE}"}, but must be left out beside domain, which has one made; ` +
        "remove it, or give the name in aliases instead of domain.",
    ]);
    assert.deepEqual(await mistakes(() => edge({ domain })), [
      'domain is "www.example.com", but must be left out where no listener takes its certificate; ' +
        "let a listener end TLS without a certificate of its own, or give the name in aliases.",
    ]);
    const own = [{ port: 443, certificate: { certificateArn: CERTIFICATE } }];
    const none = { certificate: undefined, domain, listeners: own };
    assert.equal((await mistakes(() => web(none))).length, 1);
    const routing = { setIdentifier: "web" };
    assert.deepEqual(await refused(() => web({ certificate: undefined, domain: { ...domain, routing } })), [
      'domain.routing is {"setIdentifier":"web"}',
    ]);
    const long = `${"a".repeat(60)}.example.com`;
    assert.deepEqual(await mistakes(() => web({ certificate: undefined, domain: { ...domain, name: long } })), [
      `domain.domainName is "${long}", but must be at most 64 characters; ` +
        "begin with a shorter name, and make this one an alternative name.",
    ]);
  });
});

describe("a hosted zone of another account", () => {
  const hostedZoneRoleArn = ROLE;

  it("is written by one provider, which assumes the role and makes nothing else", async () => {
    const certificate = {
      domainName: "www.example.org",
      alternativeNames: ["www.example.com"],
      hostedZoneId: "Z2",
      hostedZoneRoleArn,
      hostedZones: { "www.example.com": { hostedZoneId: "Z3" } },
    };
    const aliases = [
      { name: "www.example.org", hostedZoneId: "Z2", hostedZoneRoleArn },
      { name: "www.example.com", hostedZoneId: "Z3" },
    ];
    const extraCertificates = { api: { domainName: "api.example.org", hostedZoneId: "Z2", hostedZoneRoleArn } };
    const resources = await record(() => web({ certificate, aliases, listeners: [{ port: 443, extraCertificates }] }));
    const provider = find(resources, PROVIDER);
    assert.equal(provider.name, "web-hosted-zone-provider-222233334444");
    assert.equal(provider.inputs["region"], "us-east-1");
    assert.equal(provider.inputs["assumeRoles"], JSON.stringify([{ roleArn: ROLE }]));
    const through = resources.filter((resource) => resource.provider === provider.name);
    assert.deepEqual(through.map(({ name }) => name).sort(), [
      "web-443-sni-api-validation-record-api.example.org",
      "web-alias-www.example.org-A",
      "web-validation-record-www.example.org",
    ]);
  });

  it("is written from the stack's own profile and roles on, in its partition", async () => {
    pulumi.runtime.setAllConfig({
      "aws:profile": "deploy",
      "aws:assumeRoles": JSON.stringify([{ roleArn: "arn:aws-cn:iam::111122223333:role/deploy" }]),
    });
    try {
      const role = "arn:aws-cn:iam::222233334444:role/names";
      const aliases = [{ name: "www.example.org", hostedZoneId: "Z2", hostedZoneRoleArn: role }];
      const { inputs } = find(await record(() => web({ aliases })), PROVIDER);
      assert.equal(inputs["profile"], "deploy");
      assert.equal(inputs["region"], "cn-northwest-1");
      const roles = [{ roleArn: "arn:aws-cn:iam::111122223333:role/deploy" }, { roleArn: role }];
      assert.equal(inputs["assumeRoles"], JSON.stringify(roles));
    } finally {
      pulumi.runtime.setAllConfig({});
    }
  });

  it("needs one role of its account, and a whole ARN", async () => {
    const other = "arn:aws:iam::222233334444:role/other";
    const aliases = [
      { name: "a.example.org", hostedZoneId: "Z2", hostedZoneRoleArn },
      { name: "b.example.org", hostedZoneId: "Z2", hostedZoneRoleArn: "names" },
      { name: "c.example.org", hostedZoneId: "Z2", hostedZoneRoleArn: "names" },
    ];
    const certificate = { domainName: "a.example.org", hostedZoneId: "Z2", hostedZoneRoleArn: other };
    assert.deepEqual(await mistakes(() => web({ aliases, certificate })), [
      'hostedZoneRoleArn is "names", but must be the ARN of a role; copy it from the zone\'s account.',
      `hostedZoneRoleArn is ["${other}","${ROLE}","names"], but must be one role for each account; ` +
        "let one role write all of the account's zones.",
    ]);
  });
});
