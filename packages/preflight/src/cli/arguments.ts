import * as path from "node:path";
import { parseArgs } from "node:util";
import { PreflightError } from "../errors";
import { didYouMean } from "../files/closest";
import {
  isCount,
  isTimeout,
  MAX_TIMEOUT_SECONDS,
  type PolicyPackOptions,
  type PreviewOptions,
} from "../preview-options";
import { cleanLine } from "../reports/text";
import { isReportFormat, REPORT_FORMATS, type ReportFormat } from "../reports";
import { OPTIONS, type OptionSpec } from "./options";

export { HELP } from "./help";

/** One report file to write. */
export interface ReportTarget {
  format: ReportFormat;
  /** The absolute path. */
  file: string;
}

/** What the command line asks for; every path in it is absolute. */
export type Command =
  | { kind: "help" }
  | { kind: "version" }
  | { kind: "preview"; options: PreviewOptions; json: boolean; reports: ReportTarget[] }
  | { kind: "lookups"; options: PreviewOptions };

/**
 * Reads the command line.
 *
 * @param argv The arguments after the program's name.
 * @param cwd What relative paths are relative to.
 * @throws {@link PreflightError} with what was found, what is allowed and what to do.
 */
export function parseArguments(argv: string[], cwd: string): Command {
  const { command, values } = read(argv);
  if (values.has("help")) {
    return { kind: "help" };
  }
  if (values.has("version")) {
    return { kind: "version" };
  }
  const options = readOptions(values, cwd);
  if (command === "preview") {
    return {
      kind: "preview",
      options,
      json: values.has("json"),
      reports: readReports(values.get("report") ?? [], cwd),
    };
  }
  if (options.stacks?.length === 0) {
    throw wrong("`preflight lookups` needs a stack; name it with --stack NAME.");
  }
  return { kind: "lookups", options };
}

function readOptions(values: Map<string, string[]>, cwd: string): PreviewOptions {
  const lookups = values.get("lookups")?.at(-1);
  const parallel = values.get("parallel")?.at(-1);
  const timeout = values.get("timeout")?.at(-1);
  return {
    cwd: path.resolve(cwd, values.get("cwd")?.at(-1) ?? "."),
    stacks: [...new Set(values.get("stack"))],
    config: Object.fromEntries((values.get("config") ?? []).map(readOverride)),
    policyPacks: readPacks(values, cwd),
    ...(lookups === undefined ? {} : { lookups: path.resolve(cwd, lookups) }),
    ...(parallel === undefined ? {} : { parallel: readParallel(parallel) }),
    ...(timeout === undefined ? {} : { timeoutSeconds: readTimeout(timeout) }),
  };
}

/** The command, and the values of each option in order; a flag has one empty value. */
function read(argv: string[]): { command: "preview" | "lookups"; values: Map<string, string[]> } {
  const { tokens } = parseArgs({
    args: argv,
    options: Object.fromEntries(OPTIONS.map((option) => [option.name, parserOption(option)])),
    strict: false,
    tokens: true,
    allowPositionals: true,
  });
  const given = tokens.flatMap((token) =>
    token.kind === "option" ? [{ ...token, option: findOption(token.name, token.rawName) }] : [],
  );
  const values = new Map<string, string[]>();
  if (given.some(({ option }) => option.name === "help")) {
    return { command: "preview", values: values.set("help", []) };
  }
  const command = readCommand(tokens.flatMap((token) => (token.kind === "positional" ? [token.value] : [])));
  for (const { option, rawName, value } of given) {
    if (command === "lookups" && !option.lookups) {
      throw wrong(`\`preflight lookups\` does not take ${rawName}; leave it out.`);
    }
    values.set(option.name, [...(values.get(option.name) ?? []), readValue(option, rawName, value)]);
  }
  return { command, values };
}

function parserOption({ short, value }: OptionSpec): { type: "string" | "boolean"; short?: string } {
  return { type: value === undefined ? "boolean" : "string", ...(short === undefined ? {} : { short }) };
}

function readCommand(positionals: string[]): "preview" | "lookups" {
  const [command, ...rest] = positionals;
  if (command === undefined) {
    return "preview";
  }
  if (command !== "lookups") {
    const otherwise = "name a stack with --stack NAME and a directory with --cwd DIR.";
    const fix =
      command === "preview"
        ? "leave it out, `preflight` alone previews."
        : didYouMean(command, ["lookups"], otherwise, (near) => `\`preflight ${near}\``);
    throw wrong(`unknown command "${command}"; the only one is lookups: ${fix}`);
  }
  if (rest[0] !== undefined) {
    throw wrong(`\`preflight lookups\` takes options only, but found "${rest[0]}"; name a stack with --stack NAME.`);
  }
  return "lookups";
}

function findOption(name: string, rawName: string): OptionSpec {
  const option = OPTIONS.find((known) => known.name === name);
  if (option !== undefined) {
    return option;
  }
  // A single letter is near to every other.
  const known = rawName.startsWith("--") ? OPTIONS.map((one) => one.name) : [];
  const fix = didYouMean(name, known, "`preflight --help` lists the options.", (near) => `--${near}`);
  throw wrong(`unknown option ${rawName}; ${fix}`);
}

function readValue({ value: placeholder, name }: OptionSpec, rawName: string, value: string | undefined): string {
  if (placeholder === undefined) {
    if (value !== undefined) {
      throw wrong(`${rawName} takes no value, but has "${value}"; write ${rawName} alone.`);
    }
    return "";
  }
  if (value === undefined || value === "") {
    throw wrong(`${rawName} needs a value; write --${name} ${placeholder}.`);
  }
  if (value.startsWith("-") && OPTIONS.some((option) => value === `--${option.name}` || value === `-${option.short}`)) {
    throw wrong(`${rawName} needs a value, but is followed by ${value}; write --${name} ${placeholder}.`);
  }
  return value;
}

function readOverride(text: string): [key: string, value: string] {
  const separator = text.indexOf("=");
  if (separator < 1) {
    throw wrong(`--config takes KEY=VALUE, but has "${text}"; write KEY= for an empty value.`);
  }
  return [text.slice(0, separator), text.slice(separator + 1)];
}

function readPacks(values: Map<string, string[]>, cwd: string): PolicyPackOptions[] {
  const packs = values.get("policy-pack") ?? [];
  const configs = values.get("policy-pack-config") ?? [];
  if (configs.length > 0 && configs.length !== packs.length) {
    throw wrong(
      `--policy-pack-config is given ${times(configs.length)} and --policy-pack ${times(packs.length)}; ` +
        "give every pack its configuration, in the same order, or none.",
    );
  }
  return packs.map((pack, index) => {
    const config = configs[index];
    return {
      directory: path.resolve(cwd, pack),
      ...(config === undefined ? {} : { configFile: path.resolve(cwd, config) }),
    };
  });
}

function times(count: number): string {
  return count === 0 ? "not at all" : count === 1 ? "once" : `${count} times`;
}

function readReports(texts: string[], cwd: string): ReportTarget[] {
  const reports = texts.map((text) => readReport(text, cwd));
  for (const [index, { file }] of reports.entries()) {
    if (reports.findIndex((report) => report.file === file) !== index) {
      throw wrong(`two reports would be written to ${file}; give each --report a file of its own.`);
    }
  }
  return reports;
}

function readReport(text: string, cwd: string): ReportTarget {
  const [format = "", ...rest] = text.split("=");
  const file = rest.join("=");
  if (!isReportFormat(format)) {
    const fix = didYouMean(format, REPORT_FORMATS, "write --report FORMAT=FILE.");
    throw wrong(`--report has the unknown format "${format}"; the formats are ${REPORT_FORMATS.join(", ")}: ${fix}`);
  }
  if (file === "") {
    throw wrong(`--report has no file for ${format}; write --report ${format}=FILE.`);
  }
  return { format, file: path.resolve(cwd, file) };
}

function readParallel(text: string): number {
  const value = Number(text);
  if (!/^\d+$/.test(text) || !isCount(value)) {
    throw wrong(
      `--parallel must be a whole number from 1, but is "${text}"; pass the number of stacks to preview at once.`,
    );
  }
  return value;
}

function readTimeout(text: string): number {
  const value = Number(text);
  if (!/^\d+(\.\d+)?$/.test(text) || !isTimeout(value)) {
    throw wrong(
      `--timeout must be a number of seconds above 0, to ${MAX_TIMEOUT_SECONDS}, but is "${text}"; pass such a number.`,
    );
  }
  return value;
}

/** An error in one line, whatever an argument holds. */
function wrong(message: string): PreflightError {
  return new PreflightError("configuration", cleanLine(message));
}
