import * as assert from "node:assert/strict";
import { UNKNOWN } from "../../model/reading";
import { isWorld } from "../../model/world";

describe("the world", () => {
  const world = ["0.0.0.0/0", "128.0.0.0/1", "10.0.0.0/7", "::/0", "2000::/3", "FC00::/6", " 0.0.0.0/0 "];
  const parts = ["10.0.0.0/8", "10.0.0.0/24", "fc00::/7", "2001:db8::/32", "2001:db8::/64", "::1/128"];
  const none = [
    "",
    "0.0.0.0",
    "::",
    "anywhere",
    "0.0.0.0/",
    "/0",
    "x0.0.0.0/0",
    "0.0.0.0/0x",
    undefined,
    0,
    null,
    [],
    {},
  ];

  for (const cidr of world) {
    it(`is ${cidr}`, () => assert.equal(isWorld(cidr), true));
  }
  for (const cidr of [...parts, ...none]) {
    it(`is not ${JSON.stringify(cidr)}`, () => assert.equal(isWorld(cidr), false));
  }
  it("is an unknown for one", () => assert.equal(isWorld(UNKNOWN), UNKNOWN));
});
