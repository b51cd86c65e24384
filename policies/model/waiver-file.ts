import { existsSync, readFileSync } from "node:fs";
import * as path from "node:path";
import type * as Yaml from "yaml";
import { closest } from "./config-names";
import type { Rule } from "./rule";
import { fail, type Fact } from "./verdict";
import type { Waiver, WaiverFile } from "./waivers";

const FILE = "waivers.yaml";

/** Names another file of waivers. */
export const WAIVERS_VARIABLE = "GROUNDWORK_WAIVERS";

/** The rule that says what is wrong with waivers. */
export const WAIVERS_RULE = "waivers-are-valid";

/**
 * Where the waivers stand: in the pack's folder, which the engine starts it in; those of a project that has installed the
 * pack beside its `node_modules`.
 */
export function waiversPlace(packFolder: string, environment: NodeJS.ProcessEnv): string {
  const [owner = packFolder] = packFolder.split(`${path.sep}node_modules${path.sep}`);
  return environment[WAIVERS_VARIABLE] ?? path.join(owner, FILE);
}

/** Reads a file of waivers; no file means no waivers, unless it was asked for by name. */
export function readWaivers(file: string, rules: Rule[], mustExist: boolean): WaiverFile {
  const name = path.basename(file);
  try {
    return mustExist || existsSync(file)
      ? parseWaivers(readFileSync(file, "utf8"), rules, name)
      : { waivers: [], mistakes: [] };
  } catch (error) {
    const { code = "an error" } = error as NodeJS.ErrnoException;
    const advice = `make it readable, or have ${WAIVERS_VARIABLE} name another file`;
    return { waivers: [], mistakes: [fail(name, `${file} cannot be read (${code}); ${advice}.`)] };
  }
}

/** Reads the text of a file of waivers. One that has a mistake waives nothing. */
export function parseWaivers(text: string, rules: Rule[], file = FILE): WaiverFile {
  if (!/^\s*[^#\s]/m.test(text)) {
    return { waivers: [], mistakes: [] };
  }
  // Only a file that holds something costs the time that the parser takes to load.
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const { isSeq, LineCounter, parseDocument } = require("yaml") as typeof Yaml;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const place = (offset = 0): string => `${file}, line ${lines.linePos(offset).line}`;
  if (document.errors.length > 0) {
    const mistakes = document.errors.map(({ pos, message }) => {
      const where = place(pos[0]);
      return fail(where, `${where} is no YAML: ${message.replace(/\s+/g, " ").replace(/[.:]?$/, "")}; correct it.`);
    });
    return { waivers: [], mistakes };
  }
  if (!isSeq(document.contents)) {
    return { waivers: [], mistakes: [fail(file, `${file} holds no list; write each waiver as an item, after "- ".`)] };
  }
  const read = document.contents.items.map((node) => {
    const offset = (node as { range?: [number, number, number] | null }).range?.[0];
    return waiverOf((node as { toJSON(): unknown }).toJSON(), place(offset), rules);
  });
  return { waivers: read.flatMap(({ waiver }) => waiver ?? []), mistakes: read.flatMap(({ mistakes }) => mistakes) };
}

/** What a field must be, in words, and whether a value is that. */
type Check = [allowed: string, holds: (value: unknown) => boolean];

const isText = (value: unknown): value is string => typeof value === "string" && value.trim() !== "";
const matches = (pattern: RegExp) => (value: unknown) => isText(value) && pattern.test(value);

const TEXT: Check = ["a text", isText];
const CHECKS: Record<string, Check> = {
  rule: ["the name of a rule", isText],
  urn: ["the URN of a resource, which begins with urn:pulumi:", matches(/^urn:pulumi:\S/)],
  type: ["a type that the rule judges", isText],
  name: ["a resource's name, with * for any text", isText],
  environment: ["a stack's name, or a list of such", isStacks],
  reason: TEXT,
  ticket: ["a text without spaces", matches(/^\S+$/)],
  approver: ["a text without brackets", matches(/^[^()\n]+$/)],
  expiry: ["a day that exists, as YYYY-MM-DD", isDay],
};
const ALWAYS = ["rule", "reason", "ticket", "approver", "expiry"];

function waiverOf(given: unknown, place: string, rules: Rule[]): { waiver?: Waiver; mistakes: Fact[] } {
  if (typeof given !== "object" || given === null || isList(given)) {
    const keys = Object.keys(CHECKS).join(", ");
    return { mistakes: [fail(place, `${place}: the waiver is ${shown(given)}, and must have the fields ${keys}.`)] };
  }
  const fields = given as Record<string, unknown>;
  const mistakes = mistakesIn(fields, rules).map(([field, what]) => fail(`${place} ${field}`, `${place}: ${what}`));
  return mistakes.length > 0 ? { mistakes } : { waiver: made(fields, place), mistakes };
}

function mistakesIn(fields: Record<string, unknown>, rules: Rule[]): [field: string, what: string][] {
  const unknown = Object.keys(fields).filter((field) => !(field in CHECKS));
  const wanted = [...ALWAYS, ...("urn" in fields ? ["urn"] : ["type", "name"])];
  const missing = wanted.filter((field) => fields[field] === undefined || fields[field] === null);
  const wrong = Object.entries(CHECKS).filter(
    ([field, [, holds]]) => field in fields && !missing.includes(field) && !holds(fields[field]),
  );
  return [
    ...unknown.map((field): [string, string] => {
      const meant = closest(field, Object.keys(CHECKS)) ?? `its fields are ${Object.keys(CHECKS).join(", ")}.`;
      return [field, `a waiver has no field "${field}"; ${meant}`];
    }),
    ...missing.map((field): [string, string] => {
      const instead = field === "type" || field === "name" ? ", or urn in place of type and name" : "";
      return [field, `${field} is not set; set it to ${CHECKS[field]?.[0]}${instead}.`];
    }),
    ...wrong.map(([field, [allowed]]): [string, string] => [
      field,
      `${field} is ${shown(fields[field])}, and must be ${allowed}; correct it.`,
    ]),
    ...both(fields),
    ...(isText(fields["rule"]) ? mistakesOfRule(fields["rule"], fields["type"], rules) : []),
  ];
}

function both(fields: Record<string, unknown>): [field: string, what: string][] {
  const beside = ["type", "name"].filter((field) => "urn" in fields && field in fields);
  return beside.map((field) => [field, `${field} is set beside urn, which names one resource by itself; remove one.`]);
}

function mistakesOfRule(name: string, type: unknown, rules: Rule[]): [field: string, what: string][] {
  const rule = rules.find((candidate) => candidate.name === name);
  if (rule === undefined) {
    const meant = closest(
      name,
      rules.map((candidate) => candidate.name),
    );
    return [
      ["rule", `rule is ${shown(name)}, which the pack does not have; ${meant ?? "its README lists the rules."}`],
    ];
  }
  if (name === WAIVERS_RULE) {
    return [["rule", `rule is ${shown(name)}, which cannot be waived; correct the waiver that it complains of.`]];
  }
  return isText(type) && !rule.types.includes(type)
    ? [["type", `type is ${shown(type)}, which ${name} does not judge; set it to ${rule.types.join(" or ")}.`]]
    : [];
}

function made(fields: Record<string, unknown>, place: string): Waiver {
  const text = (field: string) => String(fields[field]).replace(/\s+/g, " ").trim();
  const { environment = [] } = fields;
  return {
    place,
    rule: text("rule"),
    resources: "urn" in fields ? { urn: text("urn") } : { type: text("type"), name: text("name") },
    environments: isList(environment) ? environment.map(String) : [text("environment")],
    reason: text("reason"),
    ticket: text("ticket"),
    approver: text("approver"),
    expiry: text("expiry"),
  };
}

function isStacks(value: unknown): boolean {
  return isText(value) || (isList(value) && value.length > 0 && value.every(isText));
}

function isList(value: unknown): value is unknown[] {
  return Array.isArray(value);
}

function isDay(value: unknown): boolean {
  const time = matches(/^\d{4}-\d\d-\d\d$/)(value) ? Date.parse(`${String(value)}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(String(value));
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? "nothing";
}
