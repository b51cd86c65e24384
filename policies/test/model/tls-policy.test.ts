import * as assert from "node:assert/strict";
import policies from "../../data/elb-security-policies.json";
import { policyByScheme, tlsPolicy, type TlsPolicy } from "../../model/tls-policy";

const known = Object.entries<TlsPolicy>(policies);

/** What AWS lists, by the first words of the names: a policy that is lost, or added twice, shows here. */
const FAMILIES: [RegExp, number][] = [
  [/-TLS13-/, 38],
  [/-FS-/, 5],
  [/-TLS-1-/, 4],
  [/-\d{4}-\d{2}$/, 7],
];

describe("the security policies of Elastic Load Balancing", () => {
  it("are those that AWS has, each with every fact", () => {
    const left = FAMILIES.reduce((names, [family, count]) => {
      assert.equal(names.filter((name) => family.test(name)).length, count, String(family));
      return names.filter((name) => !family.test(name));
    }, Object.keys(policies));
    assert.deepEqual(left, []);
    for (const [name, policy] of known) {
      assert.match(name, /^ELBSecurityPolicy-(\w+-)*\d{4}-\d{2}$/);
      assert.deepEqual(Object.keys(policy), ["minimumTls", "maximumTls", "fips", "postQuantum", "weakCiphers"], name);
      assert.match(policy.minimumTls, /^(SSL 3\.0|1\.[0-3])$/, name);
      assert.match(policy.maximumTls, /^1\.[0-3]$/, name);
      assert.ok(
        policy.weakCiphers.every((weak) => ["CBC", "RSA", "3DES", "DSS", "RC4"].includes(weak)),
        name,
      );
    }
  });

  it("agree with the scheme of their names, by which later ones are taken", () => {
    const taken = known.flatMap(([name, policy]) => {
      const { weakCiphers = [], ...named } = policyByScheme(name) ?? {};
      return Object.keys(named).length === 0 ? [] : [{ name, policy, named, weakCiphers }];
    });
    assert.equal(taken.length, 46);
    for (const { name, policy, named } of taken) {
      const { weakCiphers: _, ...facts } = policy;
      assert.deepEqual(named, facts, name);
    }
    for (const { name, policy, weakCiphers } of taken.filter((one) => one.policy.maximumTls === "1.3")) {
      assert.ok(
        policy.weakCiphers.every((weak) => weakCiphers.includes(weak)),
        name,
      );
    }
  });

  it("have no weak ciphers where there is TLS 1.3 alone, and RSA's key exchange in no FS policy", () => {
    for (const [name, policy] of known) {
      assert.ok(
        policy.minimumTls < "1.3" || policy.minimumTls.startsWith("SSL") || policy.weakCiphers.length === 0,
        name,
      );
      assert.ok(!name.includes("-FS-") || !policy.weakCiphers.includes("RSA"), name);
    }
  });

  it("are read without the prefix, as AWS's tables write them, and say nothing under any other name", () => {
    assert.deepEqual(tlsPolicy("TLS-1-2-2017-01"), tlsPolicy("ELBSecurityPolicy-TLS-1-2-2017-01"));
    for (const name of ["", "2016-08", "hunter2", "ELBSecurityPolicy-TLS13-1-4-2031-01", "TLS13-1-3"]) {
      assert.equal(tlsPolicy(name), undefined, name);
    }
  });
});
