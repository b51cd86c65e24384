import { type ForecastBand } from "./forecast-args";

/** For each period, a band of the three kinds of changes; of so many volumes. */
export function bands([low, typical, high]: number[][], count: number): ForecastBand[] {
  return low!.map((each, month) => ({
    low: count * each,
    typical: count * typical![month]!,
    high: count * high![month]!,
  }));
}

/** What is made of a band. */
export function mapBand({ low, typical, high }: ForecastBand, of: (value: number) => number): ForecastBand {
  return { low: of(low), typical: of(typical), high: of(high) };
}

/** The sum of two bands. */
export function plus(one: ForecastBand, other: ForecastBand): ForecastBand {
  return { low: one.low + other.low, typical: one.typical + other.typical, high: one.high + other.high };
}

/** The sum of bands. */
export function sum(all: ForecastBand[]): ForecastBand {
  return all.reduce(plus, { low: 0, typical: 0, high: 0 });
}

/** The mean of bands. */
export function mean(all: ForecastBand[]): ForecastBand {
  return mapBand(sum(all), (value) => value / all.length);
}
