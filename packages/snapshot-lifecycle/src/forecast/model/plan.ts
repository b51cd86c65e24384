import { type Changes } from "./changes";
import { DAY, type Firings } from "./firings";
import { type Lineage, meter } from "./lineage";
import { Meter } from "./meter";
import { eachTime, type Keep, type Series, series } from "./series";

/** For how long an archived snapshot is paid for, at least, in days. */
const LEAST_ARCHIVED_DAYS = 90;

/** For how long fast restore of a snapshot is paid for, at least, in minutes. */
const LEAST_RESTORE_MINUTES = 60;

/** What is paid for. */
export enum ForecastItem {
  /** Snapshots in the Region of the volume, in GiB. */
  Snapshots = "Snapshots",
  /** Copies of snapshots, in GiB. */
  Copies = "Copies",
  /** Archived snapshots, in GiB. */
  Archive = "Archive",
  /** Fast restore, in hours of one snapshot in one Availability Zone. */
  FastRestore = "FastRestore",
  /** What is transferred to another Region, in GiB. */
  Transfer = "Transfer",
}

/** A schedule, as the model takes it. */
export interface PlannedSchedule {
  firings: Firings;
  keep: Keep;
  copies: { region: string; key: string; keep: Keep }[];
  archive?: Keep | undefined;
  fastRestore?: { zones: string[]; keep: Keep } | undefined;
}

/** One item of the bill. */
export interface PlanLine {
  item: ForecastItem;
  /** The Region that is paid for it. */
  region: string;
  /** For each of several changes, and there for each period: how much there is of it on average, or is used. */
  amounts: number[][];
}

/** The periods of a forecast. */
export interface Periods {
  minutes: number;
  count: number;
}

/** What the schedules of one volume, in a Region, store and use under each of several changes. */
export function planLines(
  region: string,
  schedules: PlannedSchedule[],
  changes: Changes[],
  periods: Periods,
): PlanLine[] {
  const until = periods.minutes * periods.count;
  const kept = schedules.map(({ firings, keep }) => series(firings, keep));
  const meters = (): Meter[] => changes.map(() => new Meter(periods.minutes, periods.count));
  const line = (item: ForecastItem, place: string, metered: Meter[]): PlanLine => ({
    item,
    region: place,
    amounts: metered.map((each) => each.totals()),
  });
  const lineage = (each: Lineage): [Meter[], Meter[]] => {
    const [stored, written] = [meters(), meters()];
    meter(
      each,
      until,
      changes.map((change, index) => ({ changes: change, stored: stored[index]!, written: written[index]! })),
    );
    return [stored, written];
  };

  const lines = [line(ForecastItem.Snapshots, region, lineage(snapshotLineage(schedules))[0])];
  for (const [place, each] of copyLineages(region, schedules)) {
    const [stored, written] = lineage(each);
    lines.push(line(ForecastItem.Copies, place, stored));
    if (place !== region) {
      lines.push(line(ForecastItem.Transfer, region, written));
    }
  }
  if (schedules.some(({ archive }) => archive !== undefined)) {
    lines.push(line(ForecastItem.Archive, region, archived(schedules, kept, until, changes, meters())));
  }
  if (schedules.some(({ fastRestore }) => fastRestore !== undefined)) {
    const restored = restorable(schedules, kept, until, meters());
    const amounts = restored.map((each) => each.totals().map((mean) => (mean * periods.minutes) / 60));
    lines.push({ item: ForecastItem.FastRestore, region, amounts });
  }
  return lines;
}

/** The lineage of the snapshots themselves. */
export function snapshotLineage(schedules: PlannedSchedule[]): Lineage {
  return { series: schedules.map(({ firings, keep }) => series(firings, keep)), copied: false, full: false };
}

/**
 * The lineages of copies, by Region. One that is encrypted by another key than its source is full where both are in one Region;
 * so is each where not all copies in a Region have one key.
 */
export function copyLineages(region: string, schedules: PlannedSchedule[]): [string, Lineage][] {
  const all = schedules.flatMap(({ firings, copies }) => copies.map((copy) => ({ ...copy, firings })));
  const places = new Map<string, Map<string, Series[]>>();
  for (const { region: place, key, firings, keep } of all) {
    const keys = places.get(place) ?? new Map<string, Series[]>();
    places.set(place, keys.set(key, [...(keys.get(key) ?? []), series(firings, keep)]));
  }
  return [...places].flatMap(([place, keys]) =>
    [...keys.values()].map((each): [string, Lineage] => [
      place,
      { series: each, copied: true, full: place === region || keys.size > 1 },
    ]),
  );
}

/** What is archived: each snapshot whole, when no schedule keeps it otherwise. */
function archived(
  schedules: PlannedSchedule[],
  kept: Series[],
  until: number,
  changes: Changes[],
  meters: Meter[],
): Meter[] {
  for (const { firings, archive } of schedules) {
    if (archive === undefined) {
      continue;
    }
    const { days = Infinity, count = Infinity } = archive;
    const all: { at: number; comes: number }[] = [];
    eachTime(kept, until, (at, gone) => {
      if (firings.count(at) > firings.count(at - 1)) {
        all.push({ at, comes: gone });
      }
    });
    all.sort((one, other) => one.comes - other.comes);
    all.forEach(({ at, comes }, index) => {
      const goes = Math.min(comes + days * DAY, all[index + count]?.comes ?? Infinity);
      const paid = Math.max(goes, comes + LEAST_ARCHIVED_DAYS * DAY);
      changes.forEach((change, each) => {
        meters[each]!.stands(comes, change.written(at));
        meters[each]!.stands(paid, -change.written(at));
      });
    });
  }
  return meters;
}

/** In how many Availability Zones how many snapshots can be restored fast. */
function restorable(schedules: PlannedSchedule[], kept: Series[], until: number, meters: Meter[]): Meter[] {
  const zones = new Set(schedules.flatMap(({ fastRestore }) => fastRestore?.zones ?? []));
  for (const zone of zones) {
    const there = schedules.flatMap(({ firings, fastRestore }, index) => {
      if (fastRestore === undefined || !fastRestore.zones.includes(zone)) {
        return [];
      }
      const fast = series(firings, fastRestore.keep);
      return [{ ...fast, gone: (each: number) => Math.min(fast.gone(each), kept[index]!.gone(each)) }];
    });
    eachTime(there, until, (at, gone) => {
      meters.forEach((each) => {
        each.stands(at, 1);
        each.stands(Math.max(gone, at + LEAST_RESTORE_MINUTES), -1);
      });
    });
  }
  return meters;
}
