import { parseArgs } from "node:util";
import { type CheckOptions } from "../check";
import { PromotionError } from "../errors";
import { type PromoteOptions } from "../promote";

/** What the command line asks for. */
export type Command =
  { kind: "help" } | { kind: "check"; options: CheckOptions } | { kind: "promote"; options: PromoteOptions };

const OPTIONS = {
  from: { type: "string" },
  by: { type: "string" },
  expires: { type: "string" },
  "accept-findings": { type: "string" },
  profile: { type: "string", multiple: true },
  "dry-run": { type: "boolean" },
  yes: { type: "boolean", short: "y" },
  check: { type: "boolean" },
  help: { type: "boolean", short: "h" },
} as const;

/** The options that `--check` takes. */
const OF_CHECK = ["check", "profile"];

/**
 * Reads the command line.
 *
 * @throws {@link PromotionError} with what is wrong with it.
 */
export function parseArguments(argv: string[]): Command {
  const { values, positionals } = parse(argv);
  if (values.help === true) {
    return { kind: "help" };
  }
  const [amiName, environment, ...more] = positionals;
  const empty = Object.entries(values).find(([, value]) => [value].flat().some((each) => each === ""));
  if (empty !== undefined) {
    throw wrong(`--${empty[0]} needs a value`);
  }
  if (more.length > 0) {
    throw wrong(`a name and an environment are enough, but "${more.join(" ")}" follows`);
  }
  const { profile: profiles = [] } = values;
  if (values.check === true) {
    const strange = Object.keys(values).find((option) => !OF_CHECK.includes(option));
    if (strange !== undefined) {
      throw wrong(`--check takes no --${strange}`);
    }
    return { kind: "check", options: { profiles, ...given({ amiName, environment }) } };
  }
  if (amiName === undefined || environment === undefined) {
    throw wrong("the name of an AMI and an environment are missing");
  }
  const { from, by, expires, "accept-findings": acceptedFindings, "dry-run": dryRun = false, yes = false } = values;
  const optional = given({ from, by, expires, acceptedFindings });
  return { kind: "promote", options: { amiName, environment, profiles, dryRun, yes, ...optional } };
}

function parse(argv: string[]) {
  try {
    return parseArgs({ args: argv, options: OPTIONS, allowPositionals: true });
  } catch (error) {
    const [sentence = ""] = (error as Error).message.split(/\. |\n/);
    throw wrong(sentence);
  }
}

/** What is given, without what is not. */
function given<T extends Record<string, string | undefined>>(values: T): { [K in keyof T]?: string } {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined)) as {
    [K in keyof T]?: string;
  };
}

function wrong(what: string): PromotionError {
  return new PromotionError(`${what}; \`npm run promote -- --help\` shows how.`);
}
