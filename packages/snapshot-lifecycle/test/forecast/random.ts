/** The seed of the random cases, the same in each run unless `FORECAST_SEED` says another. */
export const SEED = Number(process.env["FORECAST_SEED"] ?? 1);

/** Random numbers from 0, below 1, that are the same for one seed. */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Some of the numbers below a limit, each as likely as another. */
export function someOf(random: () => number, limit: number, count: number): number[] {
  const all = Array.from({ length: limit }, (_, index) => index);
  for (let index = 0; index < count; index++) {
    const other = index + Math.floor(random() * (limit - index));
    [all[index], all[other]] = [all[other]!, all[index]!];
  }
  return all.slice(0, count);
}
