import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { MAX_PRIORITY, maxOrderedRules, orderedPriorities } from "../../src/routing/priorities";

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
});
