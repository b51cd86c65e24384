import { type Changes, increment } from "./changes";
import { type Meter } from "./meter";
import { eachTime, earliest, latest, type Series } from "./series";

/** The snapshots of one volume in one place, of which each holds what the one before it does not. */
export interface Lineage {
  series: Series[];
  /**
   * Whether one is full as soon as the latest before it is gone, though older ones are there: copies are, snapshots are not. Where
   * one is due to go as the next comes, a copy goes before, a snapshot after it.
   */
  copied: boolean;
  /** Whether each is full, whatever there is before it. */
  full: boolean;
}

/**
 * Visits the snapshots of a lineage in their order.
 *
 * @param visit Told when one is taken, what it is an increment to (-1 if it is full), and when it goes.
 */
export function eachTaken(
  { series, copied, full }: Lineage,
  until: number,
  visit: (at: number, to: number, gone: number) => void,
): void {
  let last = -1;
  let lastGone = -1;
  eachTime(series, until, (at, gone) => {
    if (full) {
      visit(at, -1, gone);
    } else if (copied ? lastGone > at : lastGone >= at) {
      visit(at, last, gone);
    } else {
      visit(at, copied ? -1 : latest(series, at, at - 1), gone);
    }
    last = at;
    lastGone = gone;
  });
}

/** How much a snapshot stores beside the one that it is an increment to; -1 if it is full. */
export function stored(changes: Changes, at: number, to: number): number {
  return to < 0 ? changes.written(at) : increment(changes, to, at);
}

/** What is metered of a lineage under changes. */
export interface Metered {
  changes: Changes;
  /** What is stored. */
  stored: Meter;
  /** What is written. */
  written: Meter;
}

/**
 * Meters a lineage.
 *
 * What it stores is what its oldest snapshot holds, and what each one holds beside the one before it that is still there. So a
 * snapshot that comes adds its increment, and one that goes leaves to the next what that needs of it: both follow from its
 * neighbours alone, which are looked up. Nothing is remembered of the others, however many are kept.
 */
export function meter(lineage: Lineage, until: number, metered: Metered[]): void {
  if (lineage.series.length === 1) {
    meterOne(lineage, until, metered);
    return;
  }
  /** Where chains begin. */
  const fulls: number[] = [];
  eachTaken(lineage, until, (at, to) => {
    for (const each of metered) {
      const size = stored(each.changes, at, to);
      each.stored.stands(at, size);
      each.written.uses(at, size);
    }
    if (to < 0) {
      fulls.push(at);
    }
  });
  eachTime(lineage.series, until, (at, gone) => {
    if (gone < until) {
      // Of those that go at one time, the older goes first.
      const before = latest(lineage.series, at, gone);
      const after = earliest(lineage.series, at + 1, gone - 1);
      const to = firstAfter(fulls, before) > at ? before : -1;
      const next = after <= gone && after < firstAfter(fulls, at) ? after : Infinity;
      for (const each of metered) {
        each.stored.stands(gone, -freed(each.changes, to, at, next));
      }
    }
  });
}

/**
 * Meters a lineage of one series, in which the first that comes is the first that goes: its neighbour is always the next, and what goes
 * with it is what that has overwritten, which is known as it comes.
 */
function meterOne(lineage: Lineage, until: number, metered: Metered[]): void {
  // Before the first, nothing goes.
  let last = 0;
  let lastGone = Infinity;
  eachTaken(lineage, until, (at, to, gone) => {
    for (const { changes, stored: storage, written } of metered) {
      const overwritten = to < 0 ? changes.written(last) : changes.rewritten(to, at);
      const size = to < 0 ? changes.written(at) : changes.written(at) - changes.written(to) + overwritten;
      storage.stands(at, size);
      written.uses(at, size);
      storage.stands(lastGone, -overwritten);
    }
    last = at;
    lastGone = gone;
  });
  for (const { changes, stored: storage } of metered) {
    storage.stands(lastGone, -changes.written(last));
  }
}

/** The first of some times, which are in their order, after one; Infinity if there is none. */
function firstAfter(times: number[], after: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (times[middle]! > after) {
      high = middle;
    } else {
      low = middle + 1;
    }
  }
  return times[low] ?? Infinity;
}

/** What goes with a snapshot whose neighbours in its chain these are; -1 and Infinity where there are none. */
function freed(changes: Changes, before: number, at: number, after: number): number {
  if (after === Infinity) {
    return stored(changes, at, before);
  }
  // The next one keeps what it needs: all but what it has overwritten, and the one before has not.
  const overwritten = changes.rewritten(at, after);
  return before < 0 ? overwritten : overwritten + changes.rewritten(before, at) - changes.rewritten(before, after);
}
