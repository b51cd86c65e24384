import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { parseRange, zoneBlocks } from "../src/address-plan";

/** Any range that a network may have. */
const ranges = fc
  .tuple(fc.nat(2 ** 32 - 1), fc.integer({ min: 16, max: 24 }))
  .map(([address, prefix]) => ({ address: address - (address % 2 ** (32 - prefix)), prefix }));

describe("parseRange", () => {
  it("reads a range", () => {
    assert.deepEqual(parseRange("10.1.0.0/16"), { address: 10 * 2 ** 24 + 2 ** 16, prefix: 16 });
  });

  for (const [reason, text] of Object.entries({
    "an address inside the range": "10.0.0.1/16",
    "an octet over 255": "10.256.0.0/16",
    "a prefix over 32": "10.0.0.0/33",
    "no prefix": "10.0.0.0",
    "an IPv6 range": "fd00::/16",
  })) {
    it(`refuses ${reason}`, () => {
      assert.equal(parseRange(text), undefined);
    });
  }
});

describe("zoneBlocks", () => {
  it("places the zones' blocks in the two halves of the network", () => {
    const range = parseRange("10.0.0.0/16")!;
    assert.deepEqual(zoneBlocks(range, 0), { privateCidr: "10.0.0.0/20", publicCidr: "10.0.128.0/20" });
    assert.deepEqual(zoneBlocks(range, 2), { privateCidr: "10.0.32.0/20", publicCidr: "10.0.160.0/20" });
  });

  it("never lets two blocks overlap or leave the network, whatever its range", () => {
    fc.assert(
      fc.property(ranges, (range) => {
        const blocks = [0, 1, 2, 3, 4, 5]
          .flatMap((zone) => Object.values(zoneBlocks(range, zone)) as string[])
          .map((cidr) => parseRange(cidr)!)
          .sort((a, b) => a.address - b.address);
        const size = 2 ** (32 - range.prefix - 4);
        blocks.forEach(({ address, prefix }, index) => {
          assert.equal(prefix, range.prefix + 4);
          assert.ok(address >= range.address && address + size <= range.address + size * 16);
          assert.ok(index === 0 || address >= blocks[index - 1]!.address + size);
        });
      }),
    );
  });
});
