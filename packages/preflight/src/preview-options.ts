import * as os from "node:os";
import * as path from "node:path";
import { PreflightError } from "./errors";
import { didYouMean } from "./files/closest";

/** What to preview, and how. Every field may be left out; relative paths start at the current directory. */
export interface PreviewOptions {
  /**
   * Where to look for Pulumi.yaml, and from there upwards.
   *
   * @default process.cwd()
   */
  cwd?: string;
  /**
   * The stacks, each as `dev`, `organization/dev` or `organization/project/dev`.
   *
   * @default - every stack that has a Pulumi.<stack>.yaml
   */
  stacks?: string[];
  /**
   * The policy packs that judge the stacks.
   *
   * @default []
   */
  policyPacks?: PolicyPackOptions[];
  /**
   * Configuration values by key, as `aws:region`; they win over the stacks' files, to which nothing is written.
   *
   * @default {}
   */
  config?: Record<string, string>;
  /**
   * The file of recorded look-ups for every stack.
   *
   * @default - for each stack, lookups.<stack>.json beside its file
   */
  lookups?: string;
  /**
   * How long the program and the packs of one stack may take together, in seconds: above 0, to 2,147,483.
   *
   * @default 120
   */
  timeoutSeconds?: number;
  /**
   * How many stacks to preview at once: a whole number from 1.
   *
   * @default - the number of cores
   */
  parallel?: number;
}

/** One policy pack to judge the stacks by. */
export interface PolicyPackOptions {
  /** The directory of its PulumiPolicy.yaml. */
  directory: string;
  /**
   * A JSON file with its configuration; `{stack}` in it stands for the stack's name.
   *
   * @default - the pack's own settings
   */
  configFile?: string;
}

/** The options with their defaults, and every path absolute. */
export type CheckedOptions = Required<Omit<PreviewOptions, "lookups">> & { lookups: string | undefined };

/** How long a stack's preview may take where nothing is said, in seconds. */
export const DEFAULT_TIMEOUT_SECONDS = 120;

/** The longest time that a timer can be set to, in seconds. */
export const MAX_TIMEOUT_SECONDS = 2_147_483;

/** What each option takes, and the words for it. */
const OPTIONS: Record<keyof PreviewOptions, Rule> = {
  cwd: { fits: isPath, allowed: "a directory's path" },
  stacks: { fits: (value) => isList(value, isPath), allowed: "a list of stacks' names" },
  policyPacks: {
    fits: (value) => isList(value, isPack),
    allowed: "a list of objects with a `directory` and, if need be, a `configFile`",
  },
  config: { fits: isTextByKey, allowed: "an object whose values are text" },
  lookups: { fits: isPath, allowed: "a file's path" },
  timeoutSeconds: { fits: isTimeout, allowed: `a number above 0, to ${MAX_TIMEOUT_SECONDS}` },
  parallel: { fits: isCount, allowed: "a whole number from 1" },
};

/** What an option takes. */
interface Rule {
  fits: (value: unknown) => boolean;
  allowed: string;
}

/** Whether a timer can wait so many seconds. */
export function isTimeout(value: unknown): boolean {
  return typeof value === "number" && value > 0 && value <= MAX_TIMEOUT_SECONDS;
}

/** Whether a value is a whole number from 1. */
export function isCount(value: unknown): boolean {
  return Number.isSafeInteger(value) && (value as number) >= 1;
}

/**
 * Fills in what was left out.
 *
 * @throws {@link PreflightError} with every option that is unknown, or of which the value is wrong.
 */
export function checkOptions(options: PreviewOptions): CheckedOptions {
  const given = Object.entries(options).filter(([, value]) => value !== undefined);
  const problems = given.flatMap(([name, value]) => problemOf(name, value) ?? []);
  if (problems.length > 0) {
    throw new PreflightError("configuration", problems.join("\n"));
  }
  return {
    cwd: path.resolve(options.cwd ?? "."),
    stacks: options.stacks ?? [],
    policyPacks: (options.policyPacks ?? []).map(({ directory, configFile }) => ({
      directory: path.resolve(directory),
      ...(configFile === undefined ? {} : { configFile: path.resolve(configFile) }),
    })),
    config: options.config ?? {},
    lookups: options.lookups === undefined ? undefined : path.resolve(options.lookups),
    timeoutSeconds: options.timeoutSeconds ?? DEFAULT_TIMEOUT_SECONDS,
    parallel: options.parallel ?? os.availableParallelism(),
  };
}

function problemOf(name: string, value: unknown): string | undefined {
  const known = Object.keys(OPTIONS);
  if (!known.includes(name)) {
    const fix = didYouMean(name, known, `they are ${known.join(", ")}.`, (near) => `\`${near}\``);
    return `\`${name}\` is no option of a preview; ${fix}`;
  }
  const { fits, allowed } = OPTIONS[name as keyof PreviewOptions];
  return fits(value)
    ? undefined
    : `\`${name}\` must be ${allowed}, but is ${found(value)}; correct it or leave it out.`;
}

/** A value for a message; of an object only its shape, as it may hold secrets. */
function found(value: unknown): string {
  if (isObject(value)) {
    return `{ ${Object.entries(value)
      .map(([key, inner]) => `${key}: ${typeof inner}`)
      .join(", ")} }`;
  }
  return typeof value === "number" ? String(value) : (JSON.stringify(value) ?? typeof value);
}

function isPath(value: unknown): boolean {
  return typeof value === "string" && value !== "";
}

function isList(value: unknown, isItem: (item: unknown) => boolean): boolean {
  return Array.isArray(value) && value.every(isItem);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function isPack(value: unknown): boolean {
  return (
    isObject(value) &&
    isPath(value["directory"]) &&
    (value["configFile"] === undefined || isPath(value["configFile"])) &&
    Object.keys(value).every((key) => key === "directory" || key === "configFile")
  );
}

function isTextByKey(value: unknown): boolean {
  return isObject(value) && Object.values(value).every((text) => typeof text === "string");
}
