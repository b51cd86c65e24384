import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { MAX_PRIORITY, maxOrderedRules, orderedPriorities, widthFor } from "../../src/routing/priorities";

/** Rule names that differ, as many as a listener might have. */
const names = fc.uniqueArray(fc.stringMatching(/^[a-z]{1,8}$/), { minLength: 2, maxLength: 12 });

/** The place within its slot that a name has by itself. */
function place(name: string): number | undefined {
  return orderedPriorities([name])[0];
}

describe("orderedPriorities", () => {
  it("keeps the order of the list, within AWS's range", () => {
    const list = Array.from({ length: maxOrderedRules() }, (_, index) => `rule-${index}`);
    const priorities = orderedPriorities(list);
    assert.deepEqual(
      priorities,
      [...priorities].sort((one, other) => one - other),
    );
    assert.equal(new Set(priorities).size, list.length);
    assert.ok(priorities.every((priority) => priority >= 1 && priority <= MAX_PRIORITY));
  });

  it("gives no rule a number that another had before, because AWS refuses it while the other still holds it", () => {
    fc.assert(
      fc.property(names, fc.array(fc.nat(), { minLength: 2, maxLength: 12 }), (pool, picks) => {
        fc.pre(new Set(pool.map(place)).size === pool.length);
        const before = pool.filter((_, index) => index % 3 !== 0);
        const after = [...pool].sort(
          (one, other) =>
            (picks[pool.indexOf(one) % picks.length] ?? 0) - (picks[pool.indexOf(other) % picks.length] ?? 0),
        );
        const held = new Map(orderedPriorities(before).map((priority, index) => [priority, before[index]]));
        orderedPriorities(after).forEach((priority, index) => {
          assert.ok([undefined, after[index]].includes(held.get(priority)), `${priority} of ${after[index]}`);
        });
      }),
    );
  });

  it("lets go through what shifted numbers would not: a rule inserted in the middle", () => {
    const before = orderedPriorities(["first", "second", "third"]);
    const after = orderedPriorities(["first", "new", "second", "third"]);
    assert.equal(after[0], before[0]);
    for (const priority of after.slice(1)) {
      assert.ok(!before.includes(priority));
    }
  });

  it("gives names apart whose hashes are equal", () => {
    const list = Array.from({ length: 190 }, (_, index) => `rule-${index}`);
    const places = orderedPriorities(list).map((priority, index) => priority - (index + 1) * 200);
    assert.equal(new Set(places).size, list.length);
  });

  describe("in a band", () => {
    const bands = fc.tuple(fc.integer({ min: 1, max: 40000 }), fc.integer({ min: 2, max: 10000 }));

    it("keep to it, in the order of the list, as many as there is room for", () => {
      fc.assert(
        fc.property(bands, ([from, width]) => {
          const band = { from, to: from + width - 1 };
          const list = Array.from({ length: maxOrderedRules(band) }, (_, index) => `rule-${index}`);
          const priorities = orderedPriorities(list, band);
          assert.deepEqual(
            priorities,
            [...priorities].sort((one, other) => one - other),
          );
          assert.equal(new Set(priorities).size, list.length);
          assert.ok(priorities.every((priority) => priority >= band.from && priority <= band.to));
        }),
      );
    });

    it("have room for as many rules as the band is said to need room for", () => {
      for (let rules = 1; rules <= 150; rules++) {
        assert.equal(maxOrderedRules({ from: 1, to: widthFor(rules) }), rules);
      }
    });

    it("belong to one name each, whatever rules come and go, because nothing but its width divides a band", () => {
      const band = { from: 1000, to: 1999 };
      fc.assert(
        fc.property(names, names, (before, after) => {
          const places = [...new Set([...before, ...after])].map((name) => orderedPriorities([name], band)[0]);
          fc.pre(new Set(places).size === places.length);
          const held = new Map(orderedPriorities(before, band).map((priority, index) => [priority, before[index]]));
          orderedPriorities(after, band).forEach((priority, index) => {
            assert.ok([undefined, after[index]].includes(held.get(priority)), `${priority} of ${after[index]}`);
          });
        }),
      );
    });
  });
});
