import assert from "node:assert/strict";
import { type ConfigError } from "@groundwork/core";
import { type ForecastSnapshot, forecastEachSnapshot } from "../../src/forecast/each-snapshot";
import { forecastSnapshots, type SnapshotForecast } from "../../src/forecast/forecast";
import { type ForecastArgs, type ForecastBand, type ForecastSchedule } from "../../src/forecast/forecast-args";
import { ForecastItem } from "../../src/forecast/model/plan";

const always = (gib: number): ForecastBand => ({ low: gib, typical: gib, high: gib });

/** A volume of 200 GiB with 50 GiB of data, of which 20 change in a day, in which 10 more come. */
const VOLUME = { sizeGiB: 200, writtenGiB: 50, changedGiB: always(20), addedGiB: always(10) };

/** One that nobody writes to any more. */
const IDLE = { ...VOLUME, changedGiB: always(0), addedGiB: always(0) };

const DAILY: ForecastSchedule = { name: "daily", retain: { days: 7 } };

const ARGS: ForecastArgs = { region: "us-east-1", volumes: [VOLUME], schedules: [DAILY] };

function snapshots(args: Partial<ForecastArgs> = {}): ForecastSnapshot[] {
  const all: ForecastSnapshot[] = [];
  forecastEachSnapshot({ ...ARGS, months: 1, ...args }, (snapshot) => all.push(snapshot));
  return all;
}

/** A band whose figures are the same but for the last digits. */
function rounded({ low, typical, high }: ForecastBand): ForecastBand {
  const round = (value: number): number => Math.round(value * 1e6) / 1e6;
  return { low: round(low), typical: round(typical), high: round(high) };
}

function line({ lines }: SnapshotForecast, item: ForecastItem, month: number): [ForecastBand, ForecastBand] {
  const found = lines.find((each) => each.item === item)!;
  return [rounded(found.amounts[month]!), rounded(found.costs[month]!)];
}

describe("the forecast of snapshots", () => {
  it("has a first snapshot of what is written, not of the volume's size, then increments of what has changed and is new", () => {
    const [first, second] = snapshots();
    assert.deepEqual(
      [first, second].map((each) => ({ ...each, storedGiB: rounded(each!.storedGiB) })),
      [
        {
          volume: 0,
          region: "us-east-1",
          isCopy: false,
          at: new Date("2027-01-01T03:00:00Z"),
          isFull: true,
          storedGiB: always(50),
          wholeGiB: always(50),
        },
        {
          volume: 0,
          region: "us-east-1",
          isCopy: false,
          at: new Date("2027-01-02T03:00:00Z"),
          isFull: false,
          storedGiB: always(30),
          wholeGiB: always(60),
        },
      ],
    );
  });

  it("bills an increment in addition, for as long as it is kept", () => {
    // Both are there for the month but its first 3 hours, the second one day less.
    const twice: ForecastSchedule = { name: "twice", cron: "cron(0 3 1,2 JAN ? *)", retain: { count: 5 } };
    const [gib, cost] = line(forecastSnapshots({ ...ARGS, months: 1, schedules: [twice] }), ForecastItem.Snapshots, 0);
    const expected = (50 * 727 + 30 * 703) / 730;
    assert.deepEqual(gib, rounded(always(expected)));
    assert.deepEqual(cost, rounded(always(expected * 0.05)));
  });

  it("tells full copies from incremental ones", () => {
    const copies = [
      { region: "eu-west-1", retainDays: 2 },
      { region: "eu-central-1", retainDays: 1 },
    ];
    const kinds = (region: string): boolean[] =>
      snapshots({ schedules: [{ ...DAILY, copies }] })
        .filter((each) => each.region === region)
        .map(({ isFull }) => isFull);
    assert.deepEqual(kinds("eu-west-1").slice(0, 4), [true, false, false, false]);
    assert.deepEqual(kinds("eu-central-1").slice(0, 4), [true, true, true, true]);
    assert.ok(
      snapshots({ schedules: [{ ...DAILY, copies }] }).every((each) => each.isCopy === (each.region !== "us-east-1")),
    );
  });

  it("reads times of day, intervals and cron expressions, from the day on which it starts", () => {
    const at = (schedule: ForecastSchedule): string[] =>
      snapshots({ start: "2028-02-28", schedules: [schedule] })
        .slice(0, 3)
        .map((each) => each.at.toISOString().slice(0, 16));
    assert.deepEqual(at({ ...DAILY, intervalHours: 12, startTime: "20:30" }), [
      "2028-02-28T08:30",
      "2028-02-28T20:30",
      "2028-02-29T08:30",
    ]);
    assert.deepEqual(at({ ...DAILY, cron: "cron(15 6 L * ? *)", retain: { days: 60 } }), ["2028-02-29T06:15"]);
  });

  it("prices what is archived whole, restored fast, copied and transferred", () => {
    const schedule: ForecastSchedule = {
      name: "monthly",
      cron: "cron(0 0 1 * ? *)",
      retain: { days: 31 },
      archive: { days: 365 },
      fastRestore: { zones: ["us-east-1a", "us-east-1b"], retain: { days: 1 } },
      copies: [{ region: "eu-west-1", retainDays: 40 }],
    };
    const forecast = forecastSnapshots({
      ...ARGS,
      volumes: [IDLE],
      schedules: [schedule],
      months: 24,
      start: "2029-01-01",
    });
    assert.deepEqual(line(forecast, ForecastItem.FastRestore, 0), [always(48), always(36)]);
    assert.deepEqual(line(forecast, ForecastItem.Transfer, 0), [always(50), always(1)]);
    assert.deepEqual(line(forecast, ForecastItem.Transfer, 1), [always(0), always(0)]);
    assert.deepEqual(line(forecast, ForecastItem.Copies, 5), [always(50), always(2.5)]);
    // Twelve whole snapshots.
    assert.deepEqual(line(forecast, ForecastItem.Archive, 20), [always(600), always(7.5)]);
    assert.deepEqual(forecast.restoreCost, always(1.5));
    assert.deepEqual(
      forecast.lines.map(({ item, region, price }) => [item, region, price]),
      [
        ["Snapshots", "us-east-1", 0.05],
        ["Copies", "eu-west-1", 0.05],
        ["Transfer", "us-east-1", 0.02],
        ["Archive", "us-east-1", 0.0125],
        ["FastRestore", "us-east-1", 0.75],
      ],
    );
  });

  it("adds up volumes, and those that are alike by their number", () => {
    const one = forecastSnapshots({ ...ARGS, months: 2 });
    const three = forecastSnapshots({ ...ARGS, months: 2, volumes: [{ ...VOLUME, count: 2 }, VOLUME] });
    assert.deepEqual(
      three.costs.map(rounded),
      one.costs.map((each) => rounded({ low: 3 * each.low, typical: 3 * each.typical, high: 3 * each.high })),
    );
    assert.equal(three.lines.length, 1);
    assert.equal(three.newestGiB[0]!.low, 3 * one.newestGiB[0]!.low);
  });

  it("is steady once every retention has run out, and says whether it is", () => {
    const idle = { ...ARGS, volumes: [{ ...IDLE, changedGiB: always(1) }] };
    const { steady, storedGiB, costs } = forecastSnapshots(idle);
    // The newest, and what is overwritten between the seven that are there.
    assert.equal(storedGiB.length, 13);
    assert.deepEqual([steady.isReached, steady.growthGiB], [true, always(0)]);
    assert.deepEqual(rounded(steady.storedGiB), rounded(storedGiB[12]!));
    assert.deepEqual(rounded(steady.monthlyCost), rounded(costs[12]!));
    assert.deepEqual([rounded(steady.storedGiB).low, rounded(steady.storedGiB).high], [56, 56]);
    assert.ok(costs[0]!.typical < costs[12]!.typical, "the first month is not like the others");
    assert.equal(forecastSnapshots({ ...idle, months: 6 }).steady.isReached, false);
    const growth = rounded(
      forecastSnapshots({ ...ARGS, months: 2, volumes: [{ ...VOLUME, sizeGiB: 2000 }] }).steady.growthGiB,
    );
    assert.deepEqual(growth, rounded(always((10 * 730) / 24)));
  });

  it("tells what a restore from the archive costs only where something is archived and the price is known", () => {
    const archive: ForecastSchedule = {
      name: "a",
      cron: "cron(0 0 1 * ? *)",
      retain: { days: 31 },
      archive: { days: 90 },
    };
    const restoreCost = (args: Partial<ForecastArgs>): ForecastBand | undefined =>
      forecastSnapshots({ ...ARGS, volumes: [{ ...IDLE, count: 2 }], months: 1, ...args }).restoreCost;
    assert.deepEqual(restoreCost({ schedules: [archive] }), always(3));
    assert.equal(restoreCost({}), undefined);
    assert.equal(restoreCost({ region: "eu-west-1", schedules: [archive] }), undefined);
    const prices = { "eu-west-1": { archiveRetrievalPerGiB: 1 } };
    assert.deepEqual(restoreCost({ region: "eu-west-1", schedules: [archive], prices }), always(100));
  });

  it("runs until copies and what is archived have gone once, and a year more; at most ten", () => {
    const months = (schedule: Partial<ForecastSchedule>): number =>
      forecastSnapshots({ ...ARGS, volumes: [IDLE], schedules: [{ ...DAILY, ...schedule }] }).costs.length;
    assert.equal(months({}), 1 + 12);
    assert.equal(months({ copies: [{ region: "eu-west-1", retainDays: 100 }] }), 4 + 12);
    assert.equal(months({ cron: "cron(0 0 1 * ? *)", retain: { days: 31 }, archive: { days: 365 } }), 14 + 12);
    assert.equal(months({ retain: { days: 36_500 } }), 120);
  });

  it("is steady as the average month of the last year, of what is stored in every tier and Region", () => {
    const copies = [{ region: "eu-west-1", retainDays: 8 }];
    const growing = { ...ARGS, volumes: [{ ...VOLUME, sizeGiB: 10_000 }], schedules: [{ ...DAILY, copies }] };
    const { steady, lines, storedGiB, costs } = forecastSnapshots(growing);
    const average = (bands: ForecastBand[]): number =>
      bands.slice(-12).reduce((sum, { typical }) => sum + typical, 0) / 12;
    const stored = lines.filter(({ item }) => item === ForecastItem.Snapshots || item === ForecastItem.Copies);
    const expected = stored.reduce((sum, { amounts }) => sum + average(amounts), 0);
    assert.ok(Math.abs(steady.storedGiB.typical - expected) < 1e-6);
    assert.ok(Math.abs(steady.monthlyCost.typical - lines.reduce((sum, each) => sum + average(each.costs), 0)) < 1e-6);
    assert.ok(storedGiB.at(-12)!.typical < storedGiB.at(-1)!.typical, "it still grows within the year");
    assert.ok(costs.at(-12)!.typical < costs.at(-1)!.typical);
  });

  it("takes the caller's prices, figure by figure", () => {
    const prices = { "us-east-1": { standardPerGiBMonth: 1 } };
    assert.equal(forecastSnapshots({ ...ARGS, prices }).lines[0]!.price, 1);
  });

  it("says which figures it needs of which Regions, and guesses none", () => {
    const schedule: ForecastSchedule = {
      ...DAILY,
      cron: "cron(0 0 1 * ? *)",
      retain: { days: 31 },
      archive: { days: 90 },
      copies: [{ region: "sa-east-1", retainDays: 40 }],
    };
    assert.throws(() => forecastSnapshots({ ...ARGS, region: "eu-central-1", schedules: [schedule] }), {
      message: [
        'Forecast "eu-central-1": 2 mistakes',
        ...["sa-east-1.standardPerGiBMonth", "eu-central-1.archivePerGiBMonth"].map(
          (field) =>
            `  - prices.${field} is missing, but must be a number of US dollars, because no source for it is known here; ` +
            "look it up at https://aws.amazon.com/ebs/pricing/, and pass it.",
        ),
      ].join("\n"),
    });
  });

  it("refuses figures that cannot be, all at once", () => {
    const volume = {
      count: 0,
      sizeGiB: 100,
      writtenGiB: 150,
      changedGiB: { low: 2, typical: 1, high: 3 },
      addedGiB: { low: -1, typical: 1, high: 3 },
      everyHours: 0,
    };
    const full = { sizeGiB: 100, writtenGiB: 90, changedGiB: always(102), addedGiB: always(11) };
    const schedules: ForecastSchedule[] = [
      {
        name: "a",
        intervalHours: 5,
        retain: { days: 7, count: 7 },
        archive: { days: 30 },
        fastRestore: { zones: [], retain: {} },
        copies: ["far", "eu-west-1", "eu-west-1", "eu-west-1"].map((region) => ({ region, retainDays: 0 })),
      },
      { name: "b", cron: "cron(0 3 * * * *)", retain: { days: 7 }, archive: { days: 90 } },
    ];
    assert.throws(
      () =>
        forecastSnapshots({
          region: "home",
          volumes: [volume, full, { ...IDLE, sizeGiB: 20_000 }],
          schedules,
          months: 121,
          start: "tomorrow",
          prices: { home: { standardPerGiBMonth: -1 } },
        }),
      (error: ConfigError) => {
        assert.deepEqual(
          error.problems.map((problem) => problem.split(" is ")[0]),
          [
            "region",
            "volumes[0].count",
            "volumes[0].everyHours",
            "volumes[0].writtenGiB",
            "volumes[0].addedGiB",
            "volumes[0].changedGiB",
            "volumes[1].addedGiB.high",
            "volumes[1].changedGiB.high",
            "volumes[2].sizeGiB",
            "schedules[0].intervalHours",
            "schedules[0].retain",
            "schedules[0].archive.days",
            "schedules[0].fastRestore.zones",
            "schedules[0].fastRestore.retain",
            "schedules[0].copies",
            "schedules[0].copies",
            "schedules[0].copies[0].region",
            "schedules[0].copies[0].retain.days",
            "schedules[0].copies[1].retain.days",
            "schedules[0].copies[2].retain.days",
            "schedules[0].copies[3].retain.days",
            "schedules[1].cron",
            "schedules",
            "months",
            "start",
            "prices.home.standardPerGiBMonth",
            "prices.far.standardPerGiBMonth",
            "prices.home.transferPerGiB",
            "prices.home.archivePerGiBMonth",
            "prices.home.fastRestorePerHour",
          ],
        );
        return true;
      },
    );
  });

  it("says what is wrong with a figure, what may be there, and where it comes from", () => {
    assert.throws(() => forecastSnapshots({ ...ARGS, volumes: [{ ...VOLUME, writtenGiB: 201 }] }), {
      message:
        'Forecast "us-east-1": volumes[0].writtenGiB is 201, but must be a number from 0 to 200 GiB, the size of the volume; ' +
        "measure it by ListSnapshotBlocks and ListChangedBlocks, at 512 KiB a block.",
    });
  });
});
