import * as pulumi from "@pulumi/pulumi";
import { type Checks } from "@groundwork/core";
import { forecastSnapshots, type ForecastSteadyState } from "../forecast/forecast";
import { type ForecastSchedule } from "../forecast/forecast-args";
import { checkForecastPrices, checkForecastVolumes } from "../forecast/forecast-checks";
import { type PolicySchedule } from "./policy-schedule-args";
import { type SnapshotScheduleArgs } from "./snapshot-schedule-args";

/** Records the mistakes in what is to be forecast, as far as it is known. */
export function checkScheduleForecast(checks: Checks, { place, schedules, forecast }: SnapshotScheduleArgs): void {
  if (forecast === undefined) {
    return;
  }
  const { volumes, prices } = forecast;
  checkForecastVolumes(checks, "forecast.", volumes, schedules);
  checkForecastPrices(checks, "forecast.", { region: place.region, schedules, prices });
}

/** What the snapshots will store and cost once every retention has run out. */
export function scheduleForecast({
  place,
  schedules,
  forecast,
}: SnapshotScheduleArgs): pulumi.Output<ForecastSteadyState> | undefined {
  return (
    forecast &&
    pulumi
      .output(schedules.map(forecastSchedule(new Map())))
      .apply((known) => forecastSnapshots({ region: place.region, schedules: known, ...forecast }).steady)
  );
}

/**
 * What counts of a schedule. A key that is made by the same program has no ARN yet in a preview: a name stands for each, so that
 * the forecast does not wait for it.
 */
function forecastSchedule(keys: Map<unknown, string>): (schedule: PolicySchedule) => pulumi.Input<ForecastSchedule> {
  const nameOf = (key: unknown): string => {
    keys.set(key, keys.get(key) ?? (typeof key === "string" ? key : `key ${keys.size}`));
    return keys.get(key)!;
  };
  return ({ name, intervalHours, startTime, cron, retain, archive, fastRestore, copies = [] }) =>
    pulumi.output({
      name,
      intervalHours,
      startTime,
      cron,
      retain,
      archive,
      fastRestore,
      copies: copies.map(({ region, keyArn, retainDays }) => ({ region, retainDays, keyArn: nameOf(keyArn) })),
    });
}
