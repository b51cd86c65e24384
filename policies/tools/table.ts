import { ENVIRONMENTS, Group, levelOf, onUnknownOf } from "../model/levels";
import type { Rule } from "../model/rule";

/** Where the README's table stands. */
export const TABLE = /(<!-- rules -->\n)[^]*(\n<!-- \/rules -->)/;

/** Where its table of levels stands. */
export const LEVELS = /(<!-- levels -->\n)[^]*(\n<!-- \/levels -->)/;

/** The types that a rule judges, in short: `ec2.Instance`. */
function typesOf(rule: Rule): string[] {
  const names = rule.types.map((type) => /^aws:(\w+)\/\w+:(\w+)$/.exec(type)?.slice(1).join(".") ?? type);
  return [...new Set(names)];
}

/** The levels of a rule, one for all environments where they are one. */
function levelsOf(rule: Rule): string {
  const levels = ENVIRONMENTS.map((environment) => levelOf(rule.group, environment));
  const [dev, staging, prod] = levels;
  return new Set(levels).size === 1 ? String(dev) : `${dev}, ${staging}, ${prod}`;
}

function controlsOf(rule: Rule): string {
  return Object.values((rule.controls ?? {}) as Record<string, string[]>)
    .flat()
    .join(", ");
}

/** The table of rules, as Prettier lays it out. */
export function table(rules: Rule[]): string {
  return laidOut([
    ["Rule", "Judges", "Requires", "Level in dev, staging, prod", "Asked for elsewhere as"],
    ...rules.map((rule) => [
      `\`${rule.name}\``,
      typesOf(rule)
        .map((type) => `\`${type}\``)
        .join(", "),
      `${rule.requires}${rule.remediate ? " Remediates." : ""}`,
      levelsOf(rule),
      controlsOf(rule),
    ]),
  ]);
}

/** The levels of each group, and what is unknown of its rules, as Prettier lays them out. */
export function levelsTable(): string {
  const groups = Object.values(Group).map((group) => {
    const cells = ENVIRONMENTS.map(
      (environment) => `${levelOf(group, environment)}; ${onUnknownOf(group, environment)}`,
    );
    return [group, ...cells];
  });
  return laidOut([["Group", ...ENVIRONMENTS], ...groups]);
}

/** The rules that have each of some words, in whatever is said of them. */
export function matching(rules: Rule[], words: string[]): Rule[] {
  const wanted = words.map((word) => word.toLowerCase());
  return rules.filter((rule) => {
    const { name, requires, group, severity, types } = rule;
    const said = [name, requires, group, severity, ...types, ...typesOf(rule), levelsOf(rule), controlsOf(rule)];
    const text = said.join("\n").toLowerCase();
    return wanted.every((word) => text.includes(word));
  });
}

function laidOut(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
