import assert from "node:assert/strict";
import fc from "fast-check";
import { knownChanges } from "../../src/forecast/model/changes";
import { DAY, type Firings } from "../../src/forecast/model/firings";
import { ForecastItem, planLines, type PlannedSchedule } from "../../src/forecast/model/plan";
import { type Keep } from "../../src/forecast/model/series";
import { SEED } from "./random";
import { Simulation, type SimulatedKeep, type SimulatedSchedule } from "./simulation";

const HOME = "home";
const STEPS = 24;
const STEP = DAY * 15;
const LEAST_ARCHIVED_STEPS = 6;

const anyKeep = (least: number): fc.Arbitrary<SimulatedKeep> =>
  fc.oneof(
    fc.record({ steps: fc.integer({ min: 1, max: 14 }) }),
    fc.record({ count: fc.integer({ min: least, max: 6 }) }),
  );

const anyCopy = fc.record({
  region: fc.constantFrom("near", "far", "far", "far", HOME),
  key: fc.constantFrom("a", "a", "a", "b"),
  keep: fc.record({ steps: fc.integer({ min: 1, max: 14 }) }),
});

const anySchedule: fc.Arbitrary<SimulatedSchedule> = fc.record({
  fires: fc
    .uniqueArray(fc.integer({ min: 0, max: STEPS - 1 }), { minLength: 1, maxLength: STEPS })
    .map((steps) => steps.sort((a, b) => a - b)),
  keep: anyKeep(0),
  copies: fc.uniqueArray(anyCopy, { maxLength: 3, selector: ({ region }) => region }),
});

/** Up to four schedules, of which one may archive. */
const anySchedules = fc
  .tuple(fc.array(anySchedule, { minLength: 1, maxLength: 4 }), fc.option(anyKeep(1), { nil: undefined }))
  .map(([schedules, archive]) =>
    schedules.map((each, index) => (index > 0 || archive === undefined ? each : { ...each, archive })),
  );

const anyBlocks = fc.uniqueArray(fc.integer({ min: 0, max: 29 }), { maxLength: 12 });

const anyWrites = fc.array(anyBlocks, { minLength: STEPS, maxLength: STEPS });

describe("the forecast, against a simulation of blocks", () => {
  it("stores and copies just the blocks that are there, whatever is written, taken, copied, archived and deleted", () => {
    fc.assert(
      fc.property(anySchedules, anyBlocks, anyWrites, (schedules, before, writes) => {
        const { stored, copied } = simulate(schedules, before, writes);
        const lines = planLines(HOME, schedules.map(planned), [knownChanges(before, writes, STEP)], {
          minutes: STEP,
          count: STEPS,
        });
        const amounts = (item: ForecastItem, region?: string): number[] =>
          sum(
            lines
              .filter((line) => line.item === item && (region ?? line.region) === line.region)
              .map((line) => line.amounts[0]!),
          );
        assert.deepEqual(amounts(ForecastItem.Snapshots), stored.get(HOME));
        for (const region of ["near", "far", HOME]) {
          assert.deepEqual(amounts(ForecastItem.Copies, region), sum(of(stored, `${region}/`)), region);
        }
        assert.deepEqual(amounts(ForecastItem.Transfer), sum([...of(copied, "near/"), ...of(copied, "far/")]));
        assert.deepEqual(amounts(ForecastItem.Archive), stored.get("archive"));
      }),
      { seed: SEED, numRuns: 300 },
    );
  });
});

function simulate(schedules: SimulatedSchedule[], before: number[], writes: number[][]): Simulation {
  const simulation = new Simulation(HOME, schedules, LEAST_ARCHIVED_STEPS, before);
  for (let now = 0; now < STEPS; now++) {
    simulation.step(now);
    simulation.write(writes[now]!);
  }
  return simulation;
}

/** The same schedule for the model, whose times are in minutes and whose ages are in days. */
function planned({ fires, keep, copies, archive }: SimulatedSchedule): PlannedSchedule {
  return {
    firings: firingsAt(fires.map((step) => step * STEP)),
    keep: kept(keep),
    copies: copies.map((copy) => ({ ...copy, keep: kept(copy.keep) })),
    archive: archive && kept(archive),
  };
}

function kept({ steps, count }: SimulatedKeep): Keep {
  return steps === undefined ? { count: count! } : { days: (steps * STEP) / DAY };
}

function firingsAt(times: number[]): Firings {
  return {
    count: (until) => times.filter((time) => time <= until).length,
    at: (index) => times[index] ?? Infinity,
  };
}

function of(stored: Map<string, number[]>, place: string): number[][] {
  return [...stored].filter(([each]) => each.startsWith(place)).map(([, steps]) => steps);
}

function sum(all: number[][]): number[] {
  return Array.from({ length: STEPS }, (_, step) => all.reduce((total, each) => total + (each[step] ?? 0), 0));
}
