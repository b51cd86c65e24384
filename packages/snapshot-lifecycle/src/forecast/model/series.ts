import { DAY, type Firings } from "./firings";

/** For how long something is kept: one of both. */
export interface Keep {
  /** In days. */
  days?: number;
  /** Until so many newer ones of the same schedule are there. */
  count?: number;
}

/** What one rule keeps of what one schedule takes: the first that comes is the first that goes. */
export interface Series {
  firings: Firings;
  /** When one of them goes, in minutes. */
  gone(index: number): number;
  /** The first of them that is still there after a time. */
  oldest(after: number): number;
}

/** What a rule keeps of a schedule's snapshots. */
export function series(firings: Firings, { days, count = 0 }: Keep): Series {
  const minutes = Math.round((days ?? 0) * DAY);
  return days === undefined
    ? {
        firings,
        gone: (index) => firings.at(index + count),
        oldest: (after) => Math.max(0, firings.count(after) - count),
      }
    : {
        firings,
        gone: (index) => firings.at(index) + minutes,
        oldest: (after) => firings.count(after - minutes),
      };
}

/** The latest of several series before a time that is still there after another; -1 if there is none. */
export function latest(all: Series[], before: number, after: number): number {
  let found = -1;
  for (const each of all) {
    const index = each.firings.count(before - 1) - 1;
    if (index >= 0 && each.gone(index) > after) {
      found = Math.max(found, each.firings.at(index));
    }
  }
  return found;
}

/** The first of several series since a time that is still there after another; Infinity if there is none. */
export function earliest(all: Series[], since: number, after: number): number {
  let found = Infinity;
  for (const each of all) {
    found = Math.min(found, each.firings.at(Math.max(each.firings.count(since - 1), each.oldest(after))));
  }
  return found;
}

/**
 * Visits the times of all series in their order, each with the time at which its snapshot goes: several schedules that fire
 * together make one, and it is kept for as long as any of them keeps it.
 */
export function eachTime(all: Series[], until: number, visit: (at: number, gone: number) => void): void {
  const next = all.map(() => 0);
  const due = all.map(({ firings }) => firings.at(0));
  for (;;) {
    let at = due[0]!;
    for (let each = 1; each < all.length; each++) {
      at = Math.min(at, due[each]!);
    }
    if (!(at < until)) {
      return;
    }
    let gone = -1;
    for (let each = 0; each < all.length; each++) {
      if (due[each] === at) {
        gone = Math.max(gone, all[each]!.gone(next[each]!));
        due[each] = all[each]!.firings.at(++next[each]!);
      }
    }
    visit(at, gone);
  }
}
