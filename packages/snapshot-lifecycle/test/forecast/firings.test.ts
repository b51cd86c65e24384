import assert from "node:assert/strict";
import fc from "fast-check";
import { dailyFirings, DAY } from "../../src/forecast/model/firings";
import { SEED } from "./random";

describe("the firings of a schedule", () => {
  it("are found by number and by time as if they were counted off", () => {
    const anyMinutes = fc
      .uniqueArray(fc.integer({ min: 0, max: DAY - 1 }), { minLength: 1, maxLength: 5 })
      .map((minutes) => minutes.sort((a, b) => a - b));
    const anyDays = fc.array(fc.boolean(), { minLength: 1, maxLength: 9 });
    fc.assert(
      fc.property(anyMinutes, anyDays, fc.integer({ min: -DAY, max: 10 * DAY }), (minutes, days, until) => {
        const firings = dailyFirings(minutes, days.length, (day) => days[day]!);
        const all = days.flatMap((fires, day) => (fires ? minutes.map((minute) => day * DAY + minute) : []));
        assert.deepEqual(
          [...all, Infinity].map((_, index) => firings.at(index)),
          [...all, Infinity],
        );
        assert.equal(firings.count(until), all.filter((time) => time <= until).length);
        all.forEach((time, index) => assert.equal(firings.count(time), index + 1));
      }),
      { seed: SEED },
    );
  });
});
