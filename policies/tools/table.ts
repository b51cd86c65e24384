import { ENVIRONMENTS, levelOf } from "../model/levels";
import type { Rule } from "../model/rule";

/** Where the README's table stands. */
export const TABLE = /(<!-- rules -->\n)[^]*(\n<!-- \/rules -->)/;

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
  const rows = [
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
  ];
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
