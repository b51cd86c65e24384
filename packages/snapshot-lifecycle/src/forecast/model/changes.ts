/**
 * What is written to a volume, as snapshots see it. Sizes are in any one unit; times in minutes since the forecast begins.
 */
export interface Changes {
  /** How much of the volume holds data at a time. Snapshots see no deletion: a block once written stays so. */
  written(at: number): number;

  /** How much of what held data at one time is overwritten by another. */
  rewritten(from: number, to: number): number;
}

/** What the new data and the overwritten data since an older snapshot come to. */
export function increment(changes: Changes, from: number, to: number): number {
  return changes.written(to) - changes.written(from) + changes.rewritten(from, to);
}

/**
 * Changes that are known block by block, as `ListChangedBlocks` tells them.
 *
 * @param before The blocks that hold data when it begins.
 * @param steps The blocks that are written in each step.
 * @param stepMinutes How long a step takes, in minutes; what it writes is there at its end.
 */
export function knownChanges(before: Iterable<number>, steps: Iterable<number>[], stepMinutes: number): Changes {
  const held = [new Set(before)];
  const rewritten = steps.map((step, index) => {
    const old = held[index]!;
    const blocks = new Set(step);
    held.push(new Set([...old, ...blocks]));
    return blocks;
  });
  const step = (time: number): number => Math.min(Math.floor(time / stepMinutes), steps.length);
  return {
    written: (at) => held[step(at)]!.size,
    rewritten: (from, to) => {
      const old = held[step(from)]!;
      const touched = new Set(rewritten.slice(step(from), step(to)).flatMap((blocks) => [...blocks]));
      return [...touched].filter((block) => old.has(block)).length;
    },
  };
}
