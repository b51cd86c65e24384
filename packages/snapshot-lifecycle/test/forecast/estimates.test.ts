import assert from "node:assert/strict";
import fc from "fast-check";
import { type Changes, knownChanges } from "../../src/forecast/model/changes";
import {
  BLOCK_GIB,
  expectedChanges,
  leastChanges,
  mostChanges,
  type VolumeFigures,
} from "../../src/forecast/model/estimates";
import { dailyFirings, DAY } from "../../src/forecast/model/firings";
import { planLines, type PlannedSchedule } from "../../src/forecast/model/plan";
import { randomNumbers, SEED, someOf } from "./random";

const STEPS = 20;

/** Daily snapshots kept for five days, and every third day's for nine. */
const SCHEDULES: PlannedSchedule[] = [
  { firings: dailyFirings([0], STEPS), keep: { days: 5 }, copies: [] },
  { firings: dailyFirings([0], STEPS, (day) => day % 3 === 0), keep: { days: 9 }, copies: [] },
];

/** A volume's figures in blocks, as GiB. */
function figures(size: number, written: number, changed: number, added: number, minutes = DAY): VolumeFigures {
  const [sizeGiB, writtenGiB, changedGiB, addedGiB] = [size, written, changed, added].map(
    (each) => each * BLOCK_GIB,
  ) as [number, number, number, number];
  return { sizeGiB, writtenGiB, changedGiB, addedGiB, minutes };
}

/** What is stored on each day, in the unit of the changes. */
function stored(changes: Changes): number[] {
  return planLines("home", SCHEDULES, [changes], { minutes: DAY, count: STEPS })[0]!.amounts[0]!;
}

describe("what is estimated of changes", () => {
  it("is between the least and the most, however what changes is spread over the blocks", () => {
    const anyDay = fc.record({ overwritten: fc.integer({ min: 4, max: 9 }), added: fc.integer({ min: 1, max: 3 }) });
    const anyDays = fc.array(anyDay, { minLength: STEPS, maxLength: STEPS });
    const anyChoice = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(anyDays, anyChoice, fc.integer({ min: 20, max: 60 }), (days, choice, size) => {
        let written = 20;
        const steps = days.map(({ overwritten, added }) => {
          const old = someOf(() => choice.next().value as number, written, overwritten);
          const next = Math.min(size, written + added);
          const blocks = [...old, ...Array.from({ length: next - written }, (_, index) => written + index)];
          written = next;
          return blocks;
        });
        const first = Array.from({ length: 20 }, (_, index) => index);
        const true_ = stored(knownChanges(first, steps, DAY)).map((blocks) => blocks * BLOCK_GIB);
        const least = stored(leastChanges(figures(size, 20, 4, 1)));
        const most = stored(mostChanges(figures(size, 20, 9, 3)));
        true_.forEach((gib, day) => {
          assert.ok(least[day]! <= gib && gib <= most[day]!, `day ${day}: ${least[day]} <= ${gib} <= ${most[day]}`);
        });
      }),
      { seed: SEED, numRuns: 300 },
    );
  });

  it("is met by the least where the same blocks change each day, and by the most where others do", () => {
    const first = Array.from({ length: 100 }, (_, index) => index);
    const same = Array.from({ length: STEPS }, () => [0, 1, 2]);
    const others = Array.from({ length: STEPS }, (_, day) => [0, 1, 2].map((block) => 3 * day + block));
    const gib = (steps: number[][]): number[] =>
      stored(knownChanges(first, steps, DAY)).map((each) => each * BLOCK_GIB);
    assert.deepEqual(stored(leastChanges(figures(100, 100, 3, 0))), gib(same));
    assert.deepEqual(stored(mostChanges(figures(100, 100, 3, 0))), gib(others));
  });

  it("is on average what is expected where any block is as likely overwritten as another", () => {
    const runs = 200;
    const random = randomNumbers(SEED);
    const sums = new Array<number>(STEPS).fill(0);
    for (let run = 0; run < runs; run++) {
      const steps = Array.from({ length: STEPS }, (_, day) => {
        const written = 200 + 5 * day;
        return [...someOf(random, written, 40), ...Array.from({ length: 5 }, (_, index) => written + index)];
      });
      const first = Array.from({ length: 200 }, (_, index) => index);
      stored(knownChanges(first, steps, DAY)).forEach((blocks, day) => (sums[day]! += blocks / runs));
    }
    stored(expectedChanges(figures(1000, 200, 40, 5))).forEach((gib, day) => {
      const blocks = gib / BLOCK_GIB;
      assert.ok(
        Math.abs(blocks - sums[day]!) < 0.005 * sums[day]!,
        `day ${day}: ${blocks}, but on average ${sums[day]}`,
      );
    });
  });

  it("is exact in one interval, and shares it out where snapshots are taken more often", () => {
    const [least, expected, most] = [leastChanges, expectedChanges, mostChanges].map((each) =>
      each(figures(1000, 100, 36, 0)),
    ) as [Changes, Changes, Changes];
    const blocks = (changes: Changes, minutes: number): number => changes.rewritten(0, minutes) / BLOCK_GIB;
    for (const each of [least, expected, most]) {
      assert.ok(Math.abs(blocks(each, DAY) - 36) < 1e-9);
    }
    // Two halves in which a fifth changes: a fifth, and a fifth of the four others.
    assert.deepEqual([blocks(least, DAY / 2), blocks(most, DAY / 2)], [18, 36]);
    assert.ok(Math.abs(blocks(expected, DAY / 2) - 20) < 1e-9);
  });

  it("never overwrites more than there is, and stops at the size of the volume", () => {
    const changes = mostChanges(figures(100, 50, 40, 10));
    assert.equal(changes.rewritten(0, 3 * DAY) / BLOCK_GIB, 50);
    assert.equal(changes.written(30 * DAY) / BLOCK_GIB, 100);
    assert.equal(changes.rewritten(0, 0), 0);
  });

  it("counts whole blocks of 512 KiB, of which one byte changes all", () => {
    const changes = mostChanges({ sizeGiB: 1, writtenGiB: 0.0001, changedGiB: 0.0001, addedGiB: 0, minutes: DAY });
    assert.equal(changes.written(0), BLOCK_GIB);
    assert.equal(changes.rewritten(0, DAY), BLOCK_GIB);
  });
});
