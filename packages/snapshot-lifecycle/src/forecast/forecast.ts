import { bands, mapBand, mean, plus, sum } from "./bands";
import { DEFAULT_START, type ForecastArgs, type ForecastBand, type ForecastVolume, MAX_MONTHS } from "./forecast-args";
import { checkForecast, PRICE_OF } from "./forecast-checks";
import { ForecastItem, planLines, type PlannedSchedule } from "./model/plan";
import { changesOf, MONTH, planSchedules, settledMonth } from "./planned";
import { priceOf } from "./prices";

/** One item of the bill of one Region, month by month. */
export interface ForecastLine {
  item: ForecastItem;
  /** The Region that is paid for it. */
  region: string;
  /** The price of one, in US dollars. */
  price: number;
  /** How much there is of it in a month: GiB on average, GiB that are transferred, or hours of fast restore. */
  amounts: ForecastBand[];
  /** What it costs in a month, in US dollars. */
  costs: ForecastBand[];
}

/** What there is once every retention has run out for the first time: the average month of the last year. */
export interface ForecastSteadyState {
  /** What is stored, everywhere and in every tier, in GiB. */
  storedGiB: ForecastBand;
  /** What it costs, in US dollars. */
  monthlyCost: ForecastBand;
  /** Whether the forecast is long enough to get there, and a year more. */
  isReached: boolean;
  /** What the volumes still grow by in the last month, in GiB: it does not stay as it is where that is not 0. */
  growthGiB: ForecastBand;
}

/** What snapshots will store and cost. */
export interface SnapshotForecast {
  /** The day on which it begins. */
  start: string;
  lines: ForecastLine[];
  /** What the newest snapshots alone would store, in GiB, in each month: all above it is what retention and copies add. */
  newestGiB: ForecastBand[];
  /** What is stored in a month, everywhere and in every tier, in GiB. */
  storedGiB: ForecastBand[];
  /** What a month costs, in US dollars. The first is not like the others. */
  costs: ForecastBand[];
  /**
   * What it costs to restore one snapshot of each volume from the archive tier at the end, once, in US dollars. Only where
   * something is archived and the price is known.
   */
  restoreCost?: ForecastBand;
  steady: ForecastSteadyState;
}

/**
 * What the snapshots of volumes will store and cost, from figures of what is written: low, if the same blocks always change and
 * all figures are low; high, if others do and all figures are high; typical, if any block is as likely to change as another.
 *
 * @throws ConfigError with every mistake.
 */
export function forecastSnapshots(args: ForecastArgs): SnapshotForecast {
  checkForecast(args);
  const { region, volumes, schedules, start = DEFAULT_START, prices } = args;
  const planned = planSchedules(schedules, start);
  const settled = settledMonth(planned);
  const months = args.months ?? Math.min(MAX_MONTHS, settled + 12);
  const lines = new Map<string, ForecastLine>();
  for (const volume of volumes) {
    for (const line of planLines(region, planned, changesOf(volume, planned), { minutes: MONTH, count: months })) {
      const amounts = bands(line.amounts, volume.count ?? 1);
      const key = `${line.item} ${line.region}`;
      const known = lines.get(key)?.amounts;
      const price = priceOf(line.region, PRICE_OF[line.item], prices)!;
      const sums = known === undefined ? amounts : known.map((each, month) => plus(each, amounts[month]!));
      lines.set(key, {
        item: line.item,
        region: line.region,
        price,
        amounts: sums,
        costs: sums.map((each) => mapBand(each, (amount) => amount * price)),
      });
    }
  }
  const newestGiB = newest(volumes, planned, months);
  const retrieval = priceOf(region, "archiveRetrievalPerGiB", prices);
  const isArchived = schedules.some(({ archive }) => archive !== undefined);
  return {
    ...summary(start, [...lines.values()], newestGiB, settled),
    ...(isArchived && retrieval !== undefined
      ? { restoreCost: mapBand(newestGiB.at(-1)!, (gib) => gib * retrieval) }
      : {}),
  };
}

function summary(start: string, lines: ForecastLine[], newestGiB: ForecastBand[], settled: number): SnapshotForecast {
  const stored = lines.filter(({ item }) => item !== ForecastItem.FastRestore && item !== ForecastItem.Transfer);
  const storedGiB = newestGiB.map((_, month) => sum(stored.map(({ amounts }) => amounts[month]!)));
  const costs = newestGiB.map((_, month) => sum(lines.map((line) => line.costs[month]!)));
  const lastGrowth = [newestGiB.at(-1)!, mapBand(newestGiB.at(-2) ?? newestGiB.at(-1)!, (gib) => -gib)];
  return {
    start,
    lines,
    newestGiB,
    storedGiB,
    costs,
    steady: {
      storedGiB: mean(storedGiB.slice(-12)),
      monthlyCost: mean(costs.slice(-12)),
      isReached: newestGiB.length >= settled + 12,
      growthGiB: sum(lastGrowth),
    },
  };
}

/** What the volumes hold in the middle of each month. */
function newest(volumes: ForecastVolume[], schedules: PlannedSchedule[], months: number): ForecastBand[] {
  const all = volumes.map((volume) => ({ changes: changesOf(volume, schedules), count: volume.count ?? 1 }));
  return Array.from({ length: months }, (_, month) =>
    sum(
      all.map(({ changes, count }) => {
        const [low, typical, high] = changes.map((each) => count * each.written((month + 0.5) * MONTH));
        return { low: low!, typical: typical!, high: high! };
      }),
    ),
  );
}
