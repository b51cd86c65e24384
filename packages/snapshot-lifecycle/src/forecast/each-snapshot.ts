import { DEFAULT_START, type ForecastArgs, type ForecastBand, MAX_MONTHS } from "./forecast-args";
import { checkForecast } from "./forecast-checks";
import { type Changes } from "./model/changes";
import { eachTaken, type Lineage, stored } from "./model/lineage";
import { copyLineages, snapshotLineage } from "./model/plan";
import { changesOf, MINUTE, MONTH, planSchedules } from "./planned";

/** One snapshot that will be taken of a volume, or one copy of it. */
export interface ForecastSnapshot {
  /** The volume's place in the list of volumes. */
  volume: number;
  /** The Region that it is in. */
  region: string;
  /** Whether it is a copy. */
  isCopy: boolean;
  /** When it is due; AWS starts within an hour. */
  at: Date;
  /** Whether it holds everything, and is no increment to the one before it. */
  isFull: boolean;
  /** What it stores when it is made, in GiB: what is paid for in addition. */
  storedGiB: ForecastBand;
  /** What a volume made of it holds, in GiB: what is paid for in the archive tier. */
  wholeGiB: ForecastBand;
}

/**
 * Visits each snapshot that will be taken, and each copy: volume by volume, Region by Region, in the order of time.
 *
 * @throws ConfigError with every mistake.
 */
export function forecastEachSnapshot(args: ForecastArgs, visit: (snapshot: ForecastSnapshot) => void): void {
  checkForecast(args);
  const { region, volumes, start = DEFAULT_START, months = MAX_MONTHS } = args;
  const schedules = planSchedules(args.schedules, start);
  const lineages: [string, Lineage][] = [[region, snapshotLineage(schedules)], ...copyLineages(region, schedules)];
  volumes.forEach((volume, index) => {
    const changes = changesOf(volume, schedules);
    for (const [place, lineage] of lineages) {
      eachTaken(lineage, months * MONTH, (at, to) =>
        visit({
          volume: index,
          region: place,
          isCopy: lineage.copied,
          at: new Date(Date.parse(start) + at * MINUTE),
          isFull: to < 0,
          storedGiB: band(changes, (each) => stored(each, at, to)),
          wholeGiB: band(changes, (each) => each.written(at)),
        }),
      );
    }
  });
}

function band([low, typical, high]: [Changes, Changes, Changes], of: (changes: Changes) => number): ForecastBand {
  return { low: of(low), typical: of(typical), high: of(high) };
}
