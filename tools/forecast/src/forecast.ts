import { ConfigError } from "@groundwork/core";
import {
  type ForecastArgs,
  type ForecastBand,
  ForecastItem,
  type ForecastSchedule,
  forecastSnapshots,
  type ForecastVolume,
  type SnapshotForecast,
} from "@groundwork/snapshot-lifecycle";
import { type Environment } from "./environment/environment";
import { type FoundPolicy } from "./environment/policies";
import { type FoundVolume, isTarget } from "./environment/volumes";
import { type ForecastFile, volumeOf } from "./figures";

/** What one thing adds, in the average month of the last year. */
export interface Addition {
  what: string;
  /** GiB stored or transferred, or hours. */
  amount: ForecastBand;
  unit: "GiB" | "GiB sent" | "hours";
  /** In US dollars. */
  cost: ForecastBand;
}

/** The forecast of one policy. */
export interface PolicyForecast {
  policy: string;
  region: string;
  schedules: ForecastSchedule[];
  volumes: (ForecastVolume & { name: string })[];
  additions: Addition[];
  forecast: SnapshotForecast;
}

/** The forecast of an environment. */
export interface EnvironmentForecast {
  environment: string;
  policies: PolicyForecast[];
  /** What is not forecast, and why. */
  notes: string[];
}

/**
 * Forecasts all policies of an environment.
 *
 * @throws ConfigError with every mistake.
 */
export function forecastEnvironment(
  { name, policies, volumes, notes }: Environment,
  file: ForecastFile,
  months?: number,
): EnvironmentForecast {
  const own = file.environments?.[name] ?? {};
  const problems = unknownNames(name, Object.keys(own), volumes);
  const said = [...notes];
  const found = policies.flatMap((policy) => {
    const present: PolicyForecast["volumes"] = [];
    for (const target of volumes.filter((each) => isTarget(policy, each))) {
      const volume = volumeOf(target, file.defaults, own);
      if (volume === "unsized") {
        const field = `figures.environments.${name}."${target.name}"`;
        problems.push(`the size of ${target.name} is not in the preview; set sizeGiB, or count: 0, in ${field}.`);
      } else if (volume !== undefined) {
        present.push({ name: target.name, ...volume });
      }
    }
    if (present.length === 0) {
      said.push(`${policy.name} is not forecast: it finds no volume here.`);
      return [];
    }
    try {
      return [forecastPolicy(policy, present, file, months)];
    } catch (error) {
      if (!(error instanceof ConfigError)) {
        throw error;
      }
      problems.push(...error.problems.map((problem) => `${policy.name}: ${problem}`));
      return [];
    }
  });
  if (problems.length > 0) {
    throw new ConfigError(`Forecast of "${name}"`, [...new Set(problems)]);
  }
  return { environment: name, policies: found, notes: said };
}

function unknownNames(environment: string, names: string[], volumes: FoundVolume[]): string[] {
  const known = new Set(volumes.flatMap(({ name }) => [name, name.split(" ")[0]!]));
  return names
    .filter((name) => !known.has(name))
    .map(
      (name) =>
        `figures.environments.${environment}."${name}" is no volume of the preview; it has ${[...known].join(", ") || "none"}: correct or remove it.`,
    );
}

function forecastPolicy(
  { name, region, schedules }: FoundPolicy,
  volumes: PolicyForecast["volumes"],
  { prices }: ForecastFile,
  months: number | undefined,
): PolicyForecast {
  const args: ForecastArgs = {
    region,
    schedules,
    volumes: volumes.map(({ name: _, ...volume }) => volume),
    ...(prices === undefined ? {} : { prices }),
    ...(months === undefined ? {} : { months }),
  };
  const forecast = forecastSnapshots(args);
  return { policy: name, region, schedules, volumes, additions: additions(forecast), forecast };
}

/** What each thing adds to what the newest snapshots alone would store and cost. */
function additions({ lines, newestGiB }: SnapshotForecast): Addition[] {
  return lines.flatMap(({ item, region, price, amounts, costs }): Addition[] => {
    const amount = lastYear(amounts);
    const cost = lastYear(costs);
    switch (item) {
      case ForecastItem.Snapshots: {
        const newest = lastYear(newestGiB);
        const priced = combine(newest, newest, (gib) => gib * price);
        const minus = (one: ForecastBand, other: ForecastBand): ForecastBand => combine(one, other, (a, b) => a - b);
        return [
          { what: "the newest snapshots", amount: newest, unit: "GiB", cost: priced },
          { what: "older snapshots", amount: minus(amount, newest), unit: "GiB", cost: minus(cost, priced) },
        ];
      }
      case ForecastItem.Copies:
        return [{ what: `copies in ${region}`, amount, unit: "GiB", cost }];
      case ForecastItem.Transfer:
        return [{ what: "sending copies", amount, unit: "GiB sent", cost }];
      case ForecastItem.Archive:
        return [{ what: "archive", amount, unit: "GiB", cost }];
      case ForecastItem.FastRestore:
        return [{ what: "fast restore", amount, unit: "hours", cost }];
    }
  });
}

function lastYear(all: ForecastBand[]): ForecastBand {
  const months = all.slice(-12);
  const mean = (of: keyof ForecastBand): number => months.reduce((sum, each) => sum + each[of], 0) / months.length;
  return { low: mean("low"), typical: mean("typical"), high: mean("high") };
}

function combine(one: ForecastBand, other: ForecastBand, of: (a: number, b: number) => number): ForecastBand {
  return {
    low: of(one.low, other.low),
    typical: of(one.typical, other.typical),
    high: of(one.high, other.high),
  };
}
