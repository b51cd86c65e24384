import type { Rule } from "./rule";

/** The names of the properties that a configuration gives, by rule, or by `all`. */
export type GivenProperties = Map<string, string[]>;

/**
 * The mistakes in the names of a configuration. Levels and values are not looked at: the engine checks them against the
 * rules' schemas, in which it has no place for what a rule does not know.
 */
export function wrongNames(rules: Rule[], given: GivenProperties): string[] {
  const schemas = new Map(rules.map((rule) => [rule.name, Object.keys(rule.schema)]));
  return [...given].sort().flatMap(([rule, properties]) => {
    const known = schemas.get(rule);
    if (rule === "all") {
      return properties.map((name) => `"all" sets a level and nothing else, but has "${name}"; give it to each rule.`);
    }
    if (known === undefined) {
      const meant = closest(rule, schemas.keys());
      return [`"${rule}" is no rule of this pack; ${meant ?? "its README lists the rules."}`];
    }
    return properties
      .filter((name) => !known.includes(name))
      .map((name) => {
        const meant = closest(name, known) ?? `its properties are ${known.join(", ")}.`;
        return `"${rule}" has no property "${name}"; ${meant}`;
      });
  });
}

/** How much of a name may be misspelt: one letter in three. */
const MISSPELT = 1 / 3;

/** What a misspelt name may have meant, as a question. */
export function closest(word: string, known: Iterable<string>): string | undefined {
  const [best] = [...known]
    .map((name) => ({ name, distance: distance(word.toLowerCase(), name.toLowerCase()) }))
    .filter((candidate) => candidate.distance <= word.length * MISSPELT)
    .sort((a, b) => a.distance - b.distance);
  return best && `did you mean "${best.name}"?`;
}

/** Levenshtein's distance: the fewest letters to insert, remove or replace. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (const letter of from) {
    const above = row;
    row = [(above[0] ?? 0) + 1];
    for (let index = 0; index < to.length; index++) {
      const replaced = (above[index] ?? 0) + (letter === to[index] ? 0 : 1);
      row.push(Math.min(replaced, (above[index + 1] ?? 0) + 1, (row[index] ?? 0) + 1));
    }
  }
  return row[to.length] ?? 0;
}
