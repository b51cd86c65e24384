import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import {
  forecastSnapshots,
  type ForecastSteadyState,
  type PolicySchedule,
  SnapshotSchedule,
  type SnapshotScheduleArgs,
} from "@groundwork/snapshot-lifecycle";
import { inputsOf, record } from "@groundwork/core/testing";
import { scheduleForecast } from "../../src/snapshot-schedule/schedule-forecast";

const VOLUME = {
  sizeGiB: 200,
  writtenGiB: 50,
  changedGiB: { low: 1, typical: 2, high: 3 },
  addedGiB: { low: 0, typical: 0, high: 0 },
};

const DAILY: PolicySchedule = { name: "daily", retain: { days: 7 } };

const ARGS: SnapshotScheduleArgs = {
  place: { accountId: "111122223333", region: "eu-west-1" },
  targetTags: { Backup: "daily" },
  schedules: [DAILY],
  forecast: { volumes: [VOLUME] },
};

/** The value of an output. */
function valueOf<T>(output: pulumi.Output<T>): Promise<T> {
  return new Promise((resolve) => output.apply((value) => resolve(value)));
}

/** What a schedule forecasts. */
async function forecastOf(args: SnapshotScheduleArgs): Promise<ForecastSteadyState | undefined> {
  let schedule: SnapshotSchedule | undefined;
  await record(() => (schedule = new SnapshotSchedule("nightly", args)));
  return schedule!.forecast && valueOf(schedule!.forecast);
}

describe("the forecast of a SnapshotSchedule", () => {
  it("is an output: what snapshots store and cost once every retention has run out", async () => {
    const { steady } = forecastSnapshots({
      region: "eu-west-1",
      volumes: [VOLUME],
      schedules: [{ name: "daily", retain: { days: 7 } }],
    });
    assert.deepEqual(await forecastOf(ARGS), steady);
  });

  it("is not there unless it is asked for", async () => {
    assert.equal(await forecastOf({ ...ARGS, forecast: undefined }), undefined);
  });

  it("changes nothing that is made", async () => {
    const made = async (args: SnapshotScheduleArgs): Promise<unknown> =>
      inputsOf(await record(() => new SnapshotSchedule("nightly", args)), "nightly-lifecycle-policy");
    assert.deepEqual(await made(ARGS), await made({ ...ARGS, forecast: undefined }));
  });

  it("waits for no key that the same program makes, and knows whether two copies have one", async () => {
    const never = (): pulumi.Output<string> => pulumi.output(new Promise<string>(() => undefined));
    const copied = (keyArn: pulumi.Input<string>): PolicySchedule["copies"] => [
      { region: "us-east-1", keyArn, retainDays: 30 },
    ];
    const two = (one: pulumi.Input<string>, other: pulumi.Input<string>): SnapshotScheduleArgs => ({
      ...ARGS,
      sourceKeyArns: [],
      schedules: [
        { ...DAILY, copies: copied(one) },
        { ...DAILY, name: "noon", startTime: "12:00", copies: copied(other) },
      ],
    });
    const key = never();
    const same = await valueOf(scheduleForecast(two(key, key))!);
    const different = await valueOf(scheduleForecast(two(key, never()))!);
    // With two keys in one Region each copy is full.
    assert.ok(different.storedGiB.low > 10 * same.storedGiB.low, `${different.storedGiB.low}, ${same.storedGiB.low}`);
  });

  it("refuses figures that cannot be and prices that nobody knows, before anything is made", () => {
    const wrong: SnapshotScheduleArgs = {
      ...ARGS,
      place: { accountId: "111122223333", region: "sa-east-1" },
      forecast: { volumes: [{ ...VOLUME, writtenGiB: -1 }], prices: { "eu-west-1": { transferPerGiB: NaN } } },
    };
    assert.throws(() => new SnapshotSchedule("nightly", wrong), {
      message: [
        'SnapshotSchedule "nightly": 3 mistakes',
        "  - forecast.volumes[0].writtenGiB is -1, but must be a number from 0 to 200 GiB, the size of the volume; " +
          "measure it by ListSnapshotBlocks and ListChangedBlocks, at 512 KiB a block.",
        "  - forecast.prices.eu-west-1.transferPerGiB is null, but must be a number of US dollars from 0; " +
          "see https://aws.amazon.com/ebs/pricing/.",
        "  - forecast.prices.sa-east-1.standardPerGiBMonth is missing, but must be a number of US dollars, because no source " +
          "for it is known here; look it up at https://aws.amazon.com/ebs/pricing/, and pass it.",
      ].join("\n"),
    });
  });
});
