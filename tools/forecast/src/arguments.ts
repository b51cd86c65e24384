import path from "node:path";
import { parseArgs } from "node:util";
import { PreflightError } from "@groundwork/preflight";

/** What the command line asks for; every path in it is absolute. */
export interface Arguments {
  help: boolean;
  environment: string;
  json: boolean;
  svg: string | undefined;
  figures: string | undefined;
  months: number | undefined;
}

/** What `--help` prints. */
export const HELP = `forecast tells what the snapshots of an environment will store and cost, from a preview of it, offline.

Usage:
  npm run forecast -- ENVIRONMENT [OPTION]...

Options:
  --json          print a JSON document for other tools
  --svg FILE      write the plots as a picture, too
  --months N      forecast N months, 1 to 120 (default: until all that is kept has gone once, and a year)
  --figures FILE  what is written to the volumes, and prices (default: stacks/forecast.yaml)
  --help          print this

Exit status:
  0  all is well
  2  the arguments, the project, the figures or the environment's configuration are wrong
  3  the environment's program failed, or did not end in time
  4  the forecast itself failed; please report it
`;

/**
 * Reads the command line.
 *
 * @param cwd What relative paths are relative to.
 * @throws PreflightError with what was found, what is allowed and what to do.
 */
export function parseArguments(argv: string[], cwd: string): Arguments {
  const { values, positionals } = read(argv);
  const [environment = "", ...more] = positionals;
  if (!values.help && (environment === "" || more.length > 0)) {
    throw wrong(`${positionals.length} environments are named, but it takes one`);
  }
  const file = (of: string | undefined): string | undefined => (of === undefined ? undefined : path.resolve(cwd, of));
  return {
    help: values.help,
    environment,
    json: values.json,
    svg: file(values.svg),
    figures: file(values.figures),
    months: values.months === undefined ? undefined : monthsOf(values.months),
  };
}

function read(argv: string[]) {
  try {
    return parseArgs({
      args: argv,
      allowPositionals: true,
      options: {
        help: { type: "boolean", short: "h", default: false },
        json: { type: "boolean", default: false },
        svg: { type: "string" },
        figures: { type: "string" },
        months: { type: "string" },
      },
    });
  } catch (error) {
    throw wrong((error instanceof Error ? error.message : String(error)).split(". ")[0]!);
  }
}

function monthsOf(value: string): number {
  const months = Number(value);
  if (!Number.isInteger(months) || months < 1 || months > 120) {
    throw wrong(`--months is ${JSON.stringify(value)}, but must be a whole number from 1 to 120`);
  }
  return months;
}

function wrong(what: string): PreflightError {
  return new PreflightError("configuration", `${what}; \`npm run forecast -- --help\` tells how to call it.`);
}
