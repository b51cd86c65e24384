import * as assert from "node:assert/strict";
import { UNKNOWN } from "../../model/reading";
import { everyPort, everyProtocol, reaches, reachesOthers, TCP_ONLY } from "../../model/traffic";
import { isWorld } from "../../model/world";

const rule = (protocol: unknown, fromPort?: unknown, toPort?: unknown) => ({
  declared: { ...(protocol !== undefined && { protocol }), fromPort, toPort },
});

describe("a rule of traffic", () => {
  it("reaches a port by its range, and by one that has no end, which is a single port", () => {
    assert.equal(reaches(rule("tcp", 20, 22), [22]), true);
    assert.equal(reaches(rule("tcp", 0, 21), [22]), false);
    assert.equal(reaches(rule("tcp", 23, 0), [22]), false);
    assert.equal(reaches(rule("tcp", 22), [22]), true);
    assert.equal(reaches(rule("tcp", 21), [22]), false);
    assert.equal(reaches(rule("tcp", 22, -1), [22]), true);
    assert.equal(reaches(rule("tcp", "20", "22"), [22]), true);
  });

  it("reaches every port from -1, from 0 to 0, or without a beginning", () => {
    assert.equal(reaches(rule("tcp", -1, -1), [22]), true);
    assert.equal(reaches(rule("tcp", 0, 0), [22]), true);
    assert.equal(reaches(rule("tcp"), [22]), true);
    assert.equal(reaches(rule("tcp", 0, 1), [22]), false);
  });

  it("names its protocol as a text, in any case, as a number, or not at all, which is read as TCP", () => {
    assert.equal(reaches(rule("TCP", 22, 22), [22], TCP_ONLY), true);
    assert.equal(reaches(rule(6, 22, 22), [22], TCP_ONLY), true);
    assert.equal(reaches(rule(undefined, 22, 22), [22], TCP_ONLY), true);
    assert.equal(reaches(rule("udp", 22, 22), [22], TCP_ONLY), false);
    assert.equal(reaches(rule("udp", 22, 22), [22]), true);
    assert.equal(reaches(rule(17, 22, 22), [22]), true);
    assert.equal(reaches(rule("icmp", 22, 22), [22]), false);
    assert.equal(reaches(rule("all", 8, 8), [22]), true);
    assert.equal(everyProtocol(rule(-1)), true);
    assert.equal(everyProtocol(rule(undefined)), false);
  });

  it("is unknown only where what is known leaves it open", () => {
    assert.equal(reaches(rule("tcp", 22, UNKNOWN), [22]), UNKNOWN);
    assert.equal(reaches(rule("tcp", UNKNOWN, 21), [22]), false);
    assert.equal(reaches(rule("tcp", 23, UNKNOWN), [22]), false);
    assert.equal(reaches(rule(UNKNOWN, 22, 22), [22]), UNKNOWN);
    assert.equal(reaches(rule(UNKNOWN, 23, 23), [22]), UNKNOWN);
    assert.equal(reaches(rule("-1", UNKNOWN, UNKNOWN), [22]), true);
  });

  it("is for every port from 0 or 1 to 65535", () => {
    assert.equal(everyPort(rule("tcp", 0, 65535)), true);
    assert.equal(everyPort(rule("tcp", 1, 65535)), true);
    assert.equal(everyPort(rule("tcp", 2, 65535)), false);
    assert.equal(everyPort(rule("tcp", 1, 65534)), false);
    assert.equal(everyPort(rule("tcp", UNKNOWN, 65534)), false);
    assert.equal(everyPort(rule("tcp", 1, UNKNOWN)), UNKNOWN);
    assert.equal(everyPort(rule("icmp", 0, 65535)), false);
  });

  it("reaches others than the ports allowed", () => {
    assert.equal(reachesOthers(rule("tcp", 443, 443), [80, 443]), false);
    assert.equal(reachesOthers(rule("tcp", 80, 81), [80, 81]), false);
    assert.equal(reachesOthers(rule("tcp", 80, 82), [80, 82]), true);
    assert.equal(reachesOthers(rule("-1", 443, 443), [443]), true);
    assert.equal(reachesOthers(rule("icmp", 8, 0), [443]), false);
    assert.equal(reachesOthers(rule("tcp", 443, UNKNOWN), [443]), UNKNOWN);
  });
});

describe("the world", () => {
  it("is every block that no network can have for its own", () => {
    for (const cidr of [
      "0.0.0.0/0",
      "1.2.3.4/0",
      "128.0.0.0/1",
      "0.0.0.0/7",
      "::/0",
      "0:0:0:0:0:0:0:0/0",
      "2000::/3",
    ]) {
      assert.equal(isWorld(cidr), true, cidr);
    }
    for (const cidr of ["10.0.0.0/8", "fc00::/7", "203.0.113.5/32", "0.0.0.0", "pl-1", 0, undefined]) {
      assert.equal(isWorld(cidr), false, String(cidr));
    }
    assert.equal(isWorld(UNKNOWN), UNKNOWN);
  });
});
