import * as assert from "node:assert/strict";
import { find, mistakes, named, names, record, refused, waitsFor } from "@groundwork/core/testing";
import {
  type AliasArgs,
  type AliasRoutingArgs,
  ApplicationAddressType,
  FailoverRole,
} from "@groundwork/load-balancing";
import { edge, web } from "../balancers";

const RECORD = "aws:route53/record:Record";

describe("names in DNS", () => {
  it("lead to the load balancer, by IPv6 too where it speaks it", async () => {
    const aliases = [{ name: "www.example.com", hostedZoneId: "Z2" }];
    const resources = await record(() => web({ aliases, ipAddressType: ApplicationAddressType.Dualstack }));
    assert.deepEqual(names(resources, RECORD), ["web-alias-www.example.com-A", "web-alias-www.example.com-AAAA"]);
    assert.deepEqual(find(resources, RECORD, "web-alias-www.example.com-A").inputs, {
      zoneId: "Z2",
      name: "www.example.com",
      type: "A",
      aliases: [{ name: "web-load-balancer.elb.amazonaws.com", zoneId: "Z1", evaluateTargetHealth: true }],
    });
    assert.equal(names(await record(() => web({ aliases })), RECORD).length, 1);
  });

  it("lead to a Network Load Balancer, too", async () => {
    const aliases = [{ name: "db.example.com", hostedZoneId: "Z2" }];
    const record53 = find(await record(() => edge({ aliases })), "aws:route53/record:Record");
    assert.deepEqual(record53.inputs, {
      zoneId: "Z2",
      name: "db.example.com",
      type: "A",
      aliases: [{ name: "edge-load-balancer.elb.amazonaws.com", zoneId: "Z1", evaluateTargetHealth: true }],
    });
    assert.deepEqual(waitsFor(record53, "aliases"), ["edge-load-balancer"]);
  });

  it("are told apart by a key where a public and a private zone hold the same name", async () => {
    const aliases = [
      { name: "www.example.com", hostedZoneId: "Z2" },
      { name: "www.example.com", key: "private", hostedZoneId: "Z3" },
    ];
    const resources = await record(() => web({ aliases }));
    assert.deepEqual(names(resources, RECORD), ["web-alias-www.example.com-A", "web-alias-www.example.com-private-A"]);
    assert.equal(named(resources, "web-alias-www.example.com-private-A").inputs["zoneId"], "Z3");
    assert.equal(named(resources, "web-alias-www.example.com-private-A").inputs["name"], "www.example.com");
  });

  it("share their clients with other records, each in its way", async () => {
    const routed = async (routing: AliasRoutingArgs) => {
      const aliases = [{ name: "www.example.com", hostedZoneId: "Z2", routing }];
      const { inputs } = find(await record(() => web({ aliases })), RECORD);
      const { zoneId, name, type, aliases: target, ...rest } = inputs;
      assert.ok([zoneId, name, type, target].every((value) => value !== undefined));
      return rest;
    };
    const setIdentifier = "web";
    assert.deepEqual(await routed({ setIdentifier, weight: 0, healthCheckId: "h-1" }), {
      setIdentifier,
      healthCheckId: "h-1",
      weightedRoutingPolicies: [{ weight: 0 }],
    });
    assert.deepEqual(await routed({ setIdentifier, latencyRegion: "eu-central-1" }), {
      setIdentifier,
      latencyRoutingPolicies: [{ region: "eu-central-1" }],
    });
    assert.deepEqual(await routed({ setIdentifier, failover: FailoverRole.Secondary }), {
      setIdentifier,
      failoverRoutingPolicies: [{ type: "SECONDARY" }],
    });
    assert.deepEqual(await routed({ setIdentifier, geolocation: { country: "US", subdivision: "CA" } }), {
      setIdentifier,
      geolocationRoutingPolicies: [{ country: "US", subdivision: "CA" }],
    });
  });

  it("move from another load balancer of the stack, as the record that they are", async () => {
    const movedFrom = "urn:pulumi:dev::project::load-balancing:index:ApplicationLoadBalancer::old";
    const aliases = [{ name: "www.example.com", hostedZoneId: "Z2", movedFrom }];
    const moved = find(await record(() => web({ aliases })), RECORD);
    assert.deepEqual(moved.aliases, ["old-alias-www.example.com-A"]);
  });

  it("are refused if AWS would answer with none or with several of their records", async () => {
    const alias = { name: "www.example.com", hostedZoneId: "Z2" };
    const setIdentifier = "web";
    const primary = { setIdentifier, failover: FailoverRole.Primary };
    const aliases = [
      { ...alias, routing: { setIdentifier } },
      { ...alias, name: "a.example.com", routing: { setIdentifier: "", weight: 256, latencyRegion: "eu-central-1" } },
      { ...alias, name: "b.example.com", evaluateTargetHealth: false, routing: primary },
      {
        ...alias,
        name: "c.example.com",
        routing: { setIdentifier, geolocation: { continent: "EU", subdivision: "CA" } },
      },
    ];
    assert.deepEqual(await mistakes(() => web({ aliases })), [
      'aliases[0].routing is {"setIdentifier":"web"}, but must be exactly one of weight, latencyRegion, failover, ' +
        "geolocation; say how the name's clients are shared out, or leave routing out.",
      'aliases[1].routing is {"setIdentifier":"","weight":256,"latencyRegion":"eu-central-1"}, but must be exactly one ' +
        "of weight, latencyRegion, failover, geolocation; " +
        "say how the name's clients are shared out, or leave routing out.",
      'aliases[1].routing.setIdentifier is "", but must be 1 to 128 characters; ' +
        "choose another for each record of the name.",
      "aliases[1].routing.weight is 256, but must be a whole number from 0 to 255; pass a number in that range.",
      'aliases[2].routing.failover is "PRIMARY", but must be left out beside evaluateTargetHealth: false without ' +
        "healthCheckId; let something tell when the primary fails.",
      'aliases[3].routing.geolocation is {"continent":"EU","subdivision":"CA"}, but must be either a continent, or a ' +
        "country with or without its subdivision; name one place.",
    ]);
    const checked = { ...primary, healthCheckId: "h-1" };
    assert.ok(await record(() => web({ aliases: [{ ...alias, evaluateTargetHealth: false, routing: checked }] })));
  });

  it("are refused if Route 53 would not have them beside each other", async () => {
    const alias = { name: "www.example.com", hostedZoneId: "Z2" };
    const routed = (key: string, setIdentifier: string, rest: Partial<AliasRoutingArgs>) => ({
      ...alias,
      key,
      routing: { setIdentifier, ...rest },
    });
    const rejected = async (...aliases: AliasArgs[]) => refused(() => web({ aliases }));
    assert.deepEqual(await rejected(alias, alias), ['aliases is ["www.example.com","www.example.com"]']);
    assert.deepEqual(await rejected(alias, { ...alias, hostedZoneId: "Z3", key: "a--b" }), [
      'aliases[1].key is "a--b"',
    ]);
    const first = routed("a", "a", { weight: 1 });
    assert.deepEqual(await rejected(first, alias), ["aliases[1].routing is missing"]);
    assert.deepEqual(await rejected(first, routed("b", "a", { weight: 1 })), [
      'aliases[1].routing is {"setIdentifier":"a","weight":1}',
    ]);
    assert.deepEqual(await rejected(first, routed("b", "b", { latencyRegion: "eu-central-1" })), [
      'aliases[1].routing is {"setIdentifier":"b","latencyRegion":"eu-central-1"}',
    ]);
    assert.ok(await record(() => web({ aliases: [first, routed("b", "b", { weight: 1 })] })));
  });
});
