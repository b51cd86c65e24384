import { ENVIRONMENTS, Group, levelOf, onUnknownOf } from "../model/levels";
import type { Controls, Rule } from "../model/rule";

/** Where the README's table stands. */
export const TABLE = /(<!-- rules -->\n)[^]*(\n<!-- \/rules -->)/;

/** Where its table of levels stands. */
export const LEVELS = /(<!-- levels -->\n)[^]*(\n<!-- \/levels -->)/;

/** The types that a rule judges, in short: `ec2.Instance`. */
function typesOf(rule: Rule): string[] {
  const names = rule.types.map((type) => /^aws:(\w+)\/\w+:(\w+)$/.exec(type)?.slice(1).join(".") ?? type);
  return [...new Set(names)];
}

/** The levels of a group's rules, in words; one for all environments where they are one. */
function levelsOf(group: Group): string {
  const levels = ENVIRONMENTS.map((environment) => levelOf(group, environment));
  const [dev, staging, prod] = levels;
  return new Set(levels).size === 1
    ? `${dev} everywhere`
    : `${dev} in dev, ${staging} in staging, ${prod} in prod and shared`;
}

/** How tables name those who ask for what a rule does. */
const ASKED_BY: Record<keyof Controls, string> = {
  fsbp: "AWS FSBP",
  cis: "CIS",
  checkov: "Checkov",
  cdkNag: "cdk-nag",
  prowler: "Prowler",
  awsguard: "awsguard",
  pulumi: "Pulumi",
};

function controlsOf({ controls = {} }: Rule): string {
  return Object.entries(ASKED_BY)
    .map(([key, name]) => [name, controls[key as keyof Controls] ?? []] as const)
    .filter(([, ids]) => ids.length > 0)
    .map(([name, ids]) => `${name} ${ids.join(", ")}`)
    .join("; ");
}

/** How many types a table names of a rule that judges many. */
const NAMED_TYPES = 8;

/** The rules by group, as the README has them: Prettier would make each line as long as the longest. */
export function tables(rules: Rule[]): string {
  const sections = Object.values(Group).map((group) => {
    const rows = rules.filter((rule) => rule.group === group).map(row);
    const title = `${group.charAt(0).toUpperCase()}${group.slice(1)}`;
    return [`### ${title}`, "", `${rows.length} rules; ${levelsOf(group)}.`, "", HEAD, ...rows].join("\n");
  });
  return ["<!-- prettier-ignore-start -->", ...sections, "<!-- prettier-ignore-end -->"].join("\n\n");
}

const HEAD = "| Rule | Requires | Judges | Asked for elsewhere |\n| --- | --- | --- | --- |";

function row(rule: Rule): string {
  const types = typesOf(rule);
  const more = types.length > NAMED_TYPES ? `, and ${types.length - NAMED_TYPES + 1} more` : "";
  const named = (more === "" ? types : types.slice(0, NAMED_TYPES - 1)).map((type) => `\`${type}\``).join(", ");
  const requires = `${rule.requires}${rule.remediate ? " Remediates." : ""}`;
  return `| \`${rule.name}\` | ${requires} | ${named}${more} | ${controlsOf(rule)} |`;
}

/** The rules as a terminal shows them, each with all that is said of it. */
export function listing(rules: Rule[]): string {
  return rules
    .map((rule) => {
      const said = [
        rule.requires,
        `${rule.fix}${rule.remediate ? " Remediates." : ""}`,
        `${rule.group}, ${rule.severity}: ${levelsOf(rule.group)}`,
        typesOf(rule).join(" "),
        controlsOf(rule),
        rule.url,
      ];
      return [rule.name, ...said.filter((text) => text !== "").map((text) => `  ${text}`)].join("\n");
    })
    .join("\n\n");
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

/** The rules that have each of some words, in whatever is said of them; `EC2.3` is not found in `EC2.33`. */
export function matching(rules: Rule[], words: string[]): Rule[] {
  const wanted = words.map((word) => new RegExp(`${word.replace(/[\\^$.*+?()[\]{}|]/g, "\\$&")}(?!\\d)`, "i"));
  return rules.filter((rule) => {
    const { name, requires, group, severity, types } = rule;
    const said = [name, requires, group, severity, ...types, ...typesOf(rule), levelsOf(group), controlsOf(rule)];
    const text = said.join("\n");
    return wanted.every((word) => word.test(text));
  });
}

function laidOut(rows: string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (cells: string[]) => `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`;
  const [head = [], ...body] = rows;
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...body.map(line)].join("\n");
}
