/**
 * Splits a line into words as Pulumi splits `nodeargs`: at spaces, with quotes, backslashes and `#` comments as in a
 * shell, and nothing expanded. `undefined` where the line ends within quotes or after a backslash.
 */
export function splitShellWords(line: string): string[] | undefined {
  const words: string[] = [];
  let rest = line.replace(/^\s+/, "");
  while (rest !== "") {
    if (rest.startsWith("#")) {
      rest = rest.replace(/^.*\n?\s*/, "");
      continue;
    }
    const word = /^(?:[^\s"'\\]|\\[^]|"(?:[^"\\]|\\[^])*"|'[^']*')+(?=\s|$)/.exec(rest)?.[0];
    if (word === undefined) {
      return undefined;
    }
    words.push(unquote(word));
    rest = rest.slice(word.length).replace(/^\s+/, "");
  }
  return words;
}

function unquote(word: string): string {
  return word.replace(
    /\\([^])|"((?:[^"\\]|\\[^])*)"|'([^']*)'/g,
    (_, escaped?: string, double?: string, single?: string) =>
      escaped ?? single ?? (double ?? "").replace(/\\([^])/g, "$1"),
  );
}
