import { type Changes } from "./changes";

/** What is known of a volume, in GiB. */
export interface VolumeFigures {
  sizeGiB: number;
  /** Written at {@link since}, and before. */
  writtenGiB: number;
  /** Overwritten in {@link minutes}. */
  changedGiB: number;
  /** Written for the first time in {@link minutes}. */
  addedGiB: number;
  minutes: number;
  /** In minutes. */
  since?: number;
}

/** The unit in which snapshots are stored, in GiB: 512 KiB. */
export const BLOCK_GIB = 1 / 2048;

/** How much of a volume's data is overwritten by changes that overlap in some way. */
type Overlap = (from: number, to: number, grown: Grown) => number;

/** A volume that only grows until it is full. */
interface Grown extends VolumeFigures {
  written: (at: number) => number;
}

/**
 * The least that there can be to store: each time, the same blocks are overwritten. Where snapshots are taken more often than
 * the changes were measured, they share what was measured.
 */
export function leastChanges(figures: VolumeFigures): Changes {
  return changesOf(figures, (from, to, { changedGiB, minutes }) => changedGiB * Math.min(1, (to - from) / minutes));
}

/**
 * The most that there can be to store: no block is overwritten twice, as long as there is another. Where snapshots are taken
 * more often than the changes were measured, each may find all of what was measured changed again.
 */
export function mostChanges(figures: VolumeFigures): Changes {
  return changesOf(figures, (from, to, { changedGiB, minutes }) => changedGiB * Math.ceil((to - from) / minutes));
}

/** What is to be expected where each time any of the blocks that hold data is as likely overwritten as another. */
export function expectedChanges(figures: VolumeFigures): Changes {
  return changesOf(figures, (from, to, { written, changedGiB, minutes }) => {
    const steps = (to - from) / minutes;
    if (steps === 1) {
      return changedGiB;
    }
    const held = written(from);
    const first = kept(changedGiB, held);
    if (steps < 1) {
      return held * (1 - Math.exp(steps * first));
    }
    // What each step leaves alone, of more and more data: the sum of its logarithms, by Simpson's rule.
    const last = kept(changedGiB, written(to - minutes));
    const middle = kept(changedGiB, (held + written(to - minutes)) / 2);
    return held * (1 - Math.exp(((steps - 1) * (first + 4 * middle + last)) / 6 + (first + last) / 2));
  });
}

/** The logarithm of the part that one step leaves alone. */
function kept(changedGiB: number, writtenGiB: number): number {
  return Math.log(1 - Math.min(1, changedGiB / writtenGiB));
}

function changesOf(figures: VolumeFigures, overlap: Overlap): Changes {
  const { sizeGiB, minutes, since = 0 } = figures;
  const [held, added, changed] = [figures.writtenGiB, figures.addedGiB, figures.changedGiB].map(wholeBlocks) as [
    number,
    number,
    number,
  ];
  const written = (at: number): number => Math.min(sizeGiB, held + (added * Math.max(0, at - since)) / minutes);
  const grown = { ...figures, changedGiB: changed, written };
  return {
    written,
    rewritten: (from, to) => (to <= from || changed === 0 ? 0 : Math.min(written(from), overlap(from, to, grown))),
  };
}

function wholeBlocks(gib: number): number {
  return Math.ceil(gib / BLOCK_GIB) * BLOCK_GIB;
}
