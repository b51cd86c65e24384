import * as assert from "node:assert/strict";
import { find, names, record, waitsFor } from "@groundwork/core/testing";
import { ApplicationAddressType } from "@groundwork/load-balancing";
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
});
