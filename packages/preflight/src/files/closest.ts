/** How many letters may differ between a word and the one that was probably meant: two, as in Pulumi's CLI, or a third. */
const maxDistance = (word: string): number => Math.max(2, word.length / 3);

/** The candidate that a word was probably meant to be; `undefined` where none is near. */
export function closest(word: string, candidates: Iterable<string>): string | undefined {
  const ranked = [...candidates]
    .map((candidate) => ({ candidate, distance: distance(word.toLowerCase(), candidate.toLowerCase()) }))
    .filter((entry) => entry.distance <= maxDistance(word))
    .sort((a, b) => a.distance - b.distance);
  return ranked[0]?.candidate;
}

/**
 * The end of a sentence about a word that is none of the candidates: the one that was probably meant, or else another hint.
 *
 * @param show How a candidate is written.
 */
export function didYouMean(
  word: string,
  candidates: Iterable<string>,
  otherwise: string,
  show: (candidate: string) => string = (candidate) => candidate,
): string {
  const meant = closest(word, candidates);
  return meant === undefined ? otherwise : `did you mean ${show(meant)}?`;
}

/** Levenshtein's distance: the fewest letters to insert, remove or replace. */
function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const replaced = (previous[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(replaced, (previous[j] ?? 0) + 1, (current[j - 1] ?? 0) + 1));
    }
    previous = current;
  }
  return previous[b.length] ?? 0;
}
