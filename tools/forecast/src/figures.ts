import { readFileSync } from "node:fs";
import { type Checks, Checks as Collected } from "@groundwork/core";
import { PreflightError } from "@groundwork/preflight";
import { type ForecastBand, type ForecastVolume, type SnapshotPrices } from "@groundwork/snapshot-lifecycle";
import { type Field, group, mapOf, optional, wholeNumber } from "@groundwork/stacks/config/fields";
import { parse } from "yaml";
import { type FoundVolume } from "./environment/volumes";

/** What is known of what is written to volumes: in percent of their size. */
interface Figures {
  sizeGiB?: number | undefined;
  count?: number | undefined;
  writtenPercent?: number | undefined;
  changedPercent?: ForecastBand | undefined;
  addedPercent?: ForecastBand | undefined;
  everyHours?: number | undefined;
}

/** What is known of all volumes, and of those of each environment by name. */
export interface ForecastFile {
  defaults: Figures;
  environments?: Record<string, Record<string, Figures>> | undefined;
  prices?: Record<string, SnapshotPrices> | undefined;
}

const percent = number(0, 100, "percent");

const band = group({ low: percent, typical: percent, high: percent });

const written = {
  writtenPercent: optional(percent),
  changedPercent: optional(band),
  addedPercent: optional(band),
  everyHours: optional(wholeNumber(1, 8784, "hours")),
};

const usd = optional(number(0, 1e6, "US dollars"));

const fields = group({
  defaults: group({
    writtenPercent: percent,
    changedPercent: band,
    addedPercent: band,
    everyHours: written.everyHours,
  }),
  environments: optional(
    mapOf(
      mapOf(
        group({
          ...written,
          sizeGiB: optional(wholeNumber(1, 65_536, "GiB")),
          count: optional(wholeNumber(0, 100_000, "volumes")),
        }),
      ),
    ),
  ),
  prices: optional(
    mapOf(
      group({
        standardPerGiBMonth: usd,
        archivePerGiBMonth: usd,
        archiveRetrievalPerGiB: usd,
        fastRestorePerHour: usd,
        transferPerGiB: usd,
      }),
    ),
  ),
});

/**
 * Reads what is known of the volumes.
 *
 * @throws PreflightError where it cannot be read, ConfigError with every mistake in it.
 */
export function readFigures(file: string): ForecastFile {
  let content: unknown;
  try {
    content = parse(readFileSync(file, "utf8"));
  } catch (error) {
    const [why] = (error instanceof Error ? error.message : String(error)).split("\n");
    throw new PreflightError(
      "configuration",
      `${file} cannot be read: ${why}; correct it, or name another by --figures.`,
    );
  }
  const checks = new Collected("Figures", file);
  const figures = fields(content, "figures", checks);
  checks.done();
  return withoutNothing(figures) as ForecastFile;
}

/**
 * A volume of a preview, with what is known of it.
 *
 * @param own What is known of the environment's volumes, by the names of their resources.
 * @returns "unsized" where nothing says its size, undefined where there is none.
 */
export function volumeOf(
  found: FoundVolume,
  defaults: Figures,
  own: Record<string, Figures> = {},
): ForecastVolume | "unsized" | undefined {
  const name = found.name.split(" ")[0]!;
  const figures = { ...defaults, ...own[name], ...own[found.name] };
  const { sizeGiB = found.sizeGiB, count = found.count, writtenPercent, changedPercent, addedPercent } = figures;
  if (count === 0) {
    return undefined;
  }
  if (sizeGiB === undefined) {
    return "unsized";
  }
  const part = (of: number): number => (sizeGiB * of) / 100;
  const parts = ({ low, typical, high }: ForecastBand): ForecastBand => ({
    low: part(low),
    typical: part(typical),
    high: part(high),
  });
  return {
    count,
    sizeGiB,
    writtenGiB: part(writtenPercent!),
    changedGiB: parts(changedPercent!),
    addedGiB: parts(addedPercent!),
    ...(figures.everyHours === undefined ? {} : { everyHours: figures.everyHours }),
  };
}

/** A number in an inclusive range. */
function number(min: number, max: number, unit: string): Field<number> {
  return (value: unknown, path: string, checks: Checks) => {
    const ok = typeof value === "number" && value >= min && value <= max;
    const expected = `a number from ${min} to ${max} ${unit}`;
    return checks.that(ok, path, value, expected, "set a number in that range, without quotes")
      ? (value as number)
      : undefined;
  };
}

/** A copy without what is left out, so that a default is not hidden by it. */
function withoutNothing(value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(
        Object.entries(value)
          .filter(([, each]) => each !== undefined)
          .map(([key, each]) => [key, withoutNothing(each)]),
      )
    : value;
}
