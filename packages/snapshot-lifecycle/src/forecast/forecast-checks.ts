import { Checks, isPlain } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { checkCreation, rhythmOf } from "../policy/creation";
import { checkRetention } from "../policy/retention";
import {
  type ForecastArgs,
  type ForecastBand,
  type ForecastSchedule,
  type ForecastVolume,
  MAX_MONTHS,
} from "./forecast-args";
import { ForecastItem } from "./model/plan";
import { priceOf, type SnapshotPrices } from "./prices";

const MAX_SIZE_GIB = 65_536;

/** The largest volume whose snapshots AWS restores fast. */
const MAX_FAST_GIB = 16_384;

const MAX_COUNT = 100_000;

const LONGEST_HOURS = 366 * 24;

const MAX_SCHEDULES = 4;

const MAX_COPIES = 3;

const LEAST_ARCHIVED_DAYS = 90;

const PRICING_PAGE = "https://aws.amazon.com/ebs/pricing/";

/** Which price an item has. */
export const PRICE_OF: Record<ForecastItem, keyof SnapshotPrices> = {
  [ForecastItem.Snapshots]: "standardPerGiBMonth",
  [ForecastItem.Copies]: "standardPerGiBMonth",
  [ForecastItem.Archive]: "archivePerGiBMonth",
  [ForecastItem.FastRestore]: "fastRestorePerHour",
  [ForecastItem.Transfer]: "transferPerGiB",
};

/**
 * Checks what a forecast is made of.
 *
 * @throws ConfigError with every mistake.
 */
export function checkForecast(args: ForecastArgs): void {
  const { region, volumes, schedules, months, start } = args;
  const checks = new Checks("Forecast", region);
  checks.region("region", region);
  checkForecastVolumes(checks, "", volumes, schedules);
  checks.count("schedules", schedules, 1, MAX_SCHEDULES, "one to four schedules", "forecast each policy by itself");
  schedules.forEach((schedule, index) => checkSchedule(checks, `schedules[${index}]`, schedule));
  checks.that(
    schedules.filter(({ archive }) => archive !== undefined).length <= 1,
    "schedules",
    schedules.map(({ name, archive }) => ({ name, archive })),
    "at most one that archives",
    "archive what one schedule takes",
  );
  checks.range("months", months, 1, MAX_MONTHS, "months");
  checks.that(
    start === undefined || (/^\d{4}-\d\d-\d\d$/.test(start) && !Number.isNaN(Date.parse(start))),
    "start",
    start,
    "a day as YYYY-MM-DD",
    "write it like 2027-01-01, and quote it in YAML",
  );
  checkForecastPrices(checks, "", args);
  checks.done();
}

/**
 * Records the mistakes in volumes, for schedules that restore fast or not.
 *
 * @param prefix The field that they are in, with a dot.
 */
export function checkForecastVolumes(
  checks: Checks,
  prefix: string,
  volumes: ForecastVolume[],
  schedules: { fastRestore?: unknown }[],
): void {
  const field = `${prefix}volumes`;
  checks.that(volumes.length > 0, field, volumes, "at least one volume", "name what is snapshotted");
  volumes.forEach((volume, index) => {
    checkVolume(checks, `${field}[${index}]`, volume);
    checks.that(
      volume.sizeGiB <= MAX_FAST_GIB || schedules.every(({ fastRestore }) => fastRestore === undefined),
      `${field}[${index}].sizeGiB`,
      volume.sizeGiB,
      `at most ${MAX_FAST_GIB} GiB with fastRestore`,
      "leave fastRestore out: AWS restores no larger one fast",
    );
  });
}

function checkVolume(checks: Checks, field: string, volume: ForecastVolume): void {
  const { count, sizeGiB, writtenGiB, changedGiB, addedGiB, everyHours } = volume;
  checks.range(`${field}.count`, count, 1, MAX_COUNT, "volumes");
  checks.range(`${field}.sizeGiB`, sizeGiB, 1, MAX_SIZE_GIB, "GiB");
  checks.range(`${field}.everyHours`, everyHours, 1, LONGEST_HOURS, "hours");
  const known = amount(checks, `${field}.writtenGiB`, writtenGiB, sizeGiB, "the size of the volume");
  const added = band(checks, `${field}.addedGiB`, addedGiB);
  if (known && added) {
    amount(checks, `${field}.addedGiB.high`, addedGiB.high, sizeGiB - writtenGiB, "what is free");
  }
  if (band(checks, `${field}.changedGiB`, changedGiB) && known && added) {
    const most = writtenGiB + addedGiB.high;
    amount(checks, `${field}.changedGiB.high`, changedGiB.high, most, "what is written and added");
  }
}

function amount(checks: Checks, field: string, value: number, most: number, what: string): boolean {
  return checks.that(
    Number.isFinite(value) && value >= 0 && value <= most,
    field,
    value,
    `a number from 0 to ${most} GiB, ${what}`,
    "measure it by ListSnapshotBlocks and ListChangedBlocks, at 512 KiB a block",
  );
}

function band(checks: Checks, field: string, { low, typical, high }: ForecastBand): boolean {
  const values = [low, typical, high];
  const inRange = checks.that(
    values.every((value) => Number.isFinite(value) && value >= 0),
    field,
    { low, typical, high },
    "three numbers of GiB from 0",
    "say the least, the most likely and the most",
  );
  return (
    inRange &&
    checks.that(
      low <= typical && typical <= high,
      field,
      { low, typical, high },
      "low, typical and high in this order",
      "order them",
    )
  );
}

function checkSchedule(checks: Checks, field: string, schedule: ForecastSchedule): void {
  const { retain, archive, fastRestore, copies = [] } = schedule;
  checkCreation(checks, `${field}.`, schedule);
  checkRetention(checks, `${field}.retain`, retain, rhythmOf(schedule)?.longestHours);
  if (archive !== undefined) {
    checkRetention(checks, `${field}.archive`, archive);
    checks.that(
      archive.days === undefined || archive.days >= LEAST_ARCHIVED_DAYS,
      `${field}.archive.days`,
      archive.days,
      `at least ${LEAST_ARCHIVED_DAYS} days`,
      "archive longer: AWS bills that anyway",
    );
  }
  if (fastRestore !== undefined) {
    const { zones, retain: fast } = fastRestore;
    checks.count(`${field}.fastRestore.zones`, zones, 1, 10, "one to ten Availability Zones", "name them");
    checkRetention(checks, `${field}.fastRestore.retain`, fast);
  }
  const regions = copies.map((copy) => copy.region);
  checks.count(`${field}.copies`, regions, 0, MAX_COPIES, `at most ${MAX_COPIES} copies`, "drop some Regions");
  checks.different(`${field}.copies`, regions, "different Regions", "name each Region once");
  copies.forEach((copy, index) => {
    checks.region(`${field}.copies[${index}].region`, copy.region);
    checkRetention(checks, `${field}.copies[${index}].retain`, { days: copy.retainDays });
  });
}

/** What prices are needed for. */
interface Priced {
  region: string;
  schedules: { archive?: unknown; fastRestore?: unknown; copies?: { region: pulumi.Input<string> }[] }[];
  prices?: Record<string, SnapshotPrices> | undefined;
}

/**
 * Records the prices that are needed and unknown, and those that are none.
 *
 * @param prefix The field that they are in, with a dot.
 */
export function checkForecastPrices(checks: Checks, prefix: string, { region, schedules, prices = {} }: Priced): void {
  for (const [place, own] of Object.entries(prices)) {
    for (const [price, usd] of Object.entries(own)) {
      const fits = typeof usd === "number" && Number.isFinite(usd) && usd >= 0;
      const field = `${prefix}prices.${place}.${price}`;
      checks.that(fits, field, usd, "a number of US dollars from 0", `see ${PRICING_PAGE}`);
    }
  }
  const copies = schedules.flatMap((schedule) => schedule.copies ?? []).map((copy) => copy.region);
  const items: [boolean, string, ForecastItem][] = [
    [true, region, ForecastItem.Snapshots],
    ...copies.filter(isPlain).map((copy): [boolean, string, ForecastItem] => [true, copy, ForecastItem.Copies]),
    [copies.some((copy) => copy !== region), region, ForecastItem.Transfer],
    [schedules.some(({ archive }) => archive !== undefined), region, ForecastItem.Archive],
    [schedules.some(({ fastRestore }) => fastRestore !== undefined), region, ForecastItem.FastRestore],
  ];
  const unknown = items.filter(
    ([isNeeded, place, item]) => isNeeded && priceOf(place, PRICE_OF[item], prices) === undefined,
  );
  for (const field of new Set(unknown.map(([, place, item]) => `${prefix}prices.${place}.${PRICE_OF[item]}`))) {
    checks.that(
      false,
      field,
      undefined,
      "a number of US dollars, because no source for it is known here",
      `look it up at ${PRICING_PAGE}, and pass it`,
    );
  }
}
