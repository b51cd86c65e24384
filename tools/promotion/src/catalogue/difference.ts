/** The lines around a difference that are shown with it. */
const CONTEXT = 3;

/** What changes from one text to another, as lines that begin with `-`, `+` or a space; none where nothing does. */
export function difference(before: string, after: string): string[] {
  const [old, young] = [before.split("\n"), after.split("\n")];
  const start = commonLength(old, young);
  const end = commonLength(old.slice(start).reverse(), young.slice(start).reverse());
  const [gone, come] = [old.slice(start, old.length - end), young.slice(start, young.length - end)];
  if (gone.length === 0 && come.length === 0) {
    return [];
  }
  const around = (lines: string[]) => lines.map((line) => `  ${line}`.trimEnd());
  return [
    ...around(old.slice(Math.max(0, start - CONTEXT), start)),
    ...between(gone, come),
    ...around(old.slice(old.length - end, old.length - end + CONTEXT)),
  ];
}

/** The longest common subsequence of both: the texts are a screen long. */
function between(old: string[], young: string[]): string[] {
  const lengths = Array.from({ length: old.length + 1 }, () => new Array<number>(young.length + 1).fill(0));
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = young.length - 1; j >= 0; j--) {
      lengths[i]![j] =
        old[i] === young[j] ? lengths[i + 1]![j + 1]! + 1 : Math.max(lengths[i + 1]![j]!, lengths[i]![j + 1]!);
    }
  }
  const lines: string[] = [];
  let [i, j] = [0, 0];
  while (i < old.length || j < young.length) {
    if (i < old.length && j < young.length && old[i] === young[j]) {
      lines.push(`  ${old[i++]}`.trimEnd());
      j++;
    } else if (j === young.length || (i < old.length && lengths[i + 1]![j]! >= lengths[i]![j + 1]!)) {
      lines.push(`- ${old[i++]}`);
    } else {
      lines.push(`+ ${young[j++]}`);
    }
  }
  return lines;
}

function commonLength(one: string[], other: string[]): number {
  const length = one.findIndex((line, index) => line !== other[index]);
  return length < 0 ? one.length : length;
}
