import assert from "node:assert/strict";
import { knownChanges } from "../../src/forecast/model/changes";
import { dailyFirings, DAY } from "../../src/forecast/model/firings";
import { ForecastItem, type PlanLine, planLines, type PlannedSchedule } from "../../src/forecast/model/plan";

const NOON = DAY / 2;

/** A volume of ten blocks that nobody writes to. */
const IDLE = knownChanges([0, 1, 2, 3, 4, 5, 6, 7, 8, 9], [], DAY);

function daily(more: Partial<PlannedSchedule> = {}): PlannedSchedule {
  return { firings: dailyFirings([NOON], 20), keep: { count: 3 }, copies: [], ...more };
}

/** What there is of an item in each of the first days. */
function days(schedules: PlannedSchedule[], item: ForecastItem, count = 4): number[] {
  const lines = planLines("home", schedules, [IDLE], { minutes: DAY, count: 20 });
  return lines.find((line: PlanLine) => line.item === item)!.amounts[0]!.slice(0, count);
}

describe("what schedules use", () => {
  it("counts for part of a period what comes in it: the first is not like the others", () => {
    assert.deepEqual(days([daily()], ForecastItem.Snapshots), [5, 10, 10, 10]);
  });

  it("restores fast what it keeps of each schedule, for the hours that there are, in each zone", () => {
    const fastRestore = { zones: ["a", "b"], keep: { count: 2 } };
    assert.deepEqual(days([daily({ fastRestore })], ForecastItem.FastRestore), [24, 72, 96, 96]);
  });

  it("restores nothing fast that is gone", () => {
    const fastRestore = { zones: ["a"], keep: { days: 7 } };
    assert.deepEqual(days([daily({ fastRestore, keep: { count: 1 } })], ForecastItem.FastRestore), [12, 24, 24, 24]);
  });

  it("pays an hour of fast restore at least", () => {
    const fastRestore = { zones: ["a"], keep: { days: 1 / DAY } };
    assert.deepEqual(
      days([daily({ fastRestore })], ForecastItem.FastRestore).map((hours) => Math.round(hours * 1e6) / 1e6),
      [1, 1, 1, 1],
    );
  });

  it("restores a snapshot once in a zone, though several schedules ask for it, for as long as any asks", () => {
    const one = daily({ fastRestore: { zones: ["a", "b"], keep: { count: 1 } } });
    const other = daily({ fastRestore: { zones: ["a"], keep: { count: 2 } } });
    // Zone a: one snapshot, from the second day on two. Zone b: one.
    assert.deepEqual(days([one, other], ForecastItem.FastRestore), [24, 60, 72, 72]);
  });

  it("transfers what is copied to another Region, and nothing within one", () => {
    const copies = ["home", "far"].map((region) => ({ region, key: "other", keep: { days: 5 } }));
    assert.deepEqual(days([daily({ copies })], ForecastItem.Transfer), [10, 0, 0, 0]);
    const near = [{ region: "home", key: "other", keep: { days: 5 } }];
    assert.deepEqual(
      planLines("home", [daily({ copies: near })], [IDLE], { minutes: DAY, count: 2 }).map(({ item }) => item),
      [ForecastItem.Snapshots, ForecastItem.Copies],
    );
  });
});
