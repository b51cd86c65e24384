import { DEFAULT_TIMEOUT_SECONDS } from "../preview-options";
import { REPORT_FORMATS } from "../reports";

/** One option of the command line. */
export interface OptionSpec {
  name: string;
  /** Its one-letter form, the same as in the Pulumi CLI. */
  short?: string;
  /** What its value is, as the help shows it; absent for a flag. */
  value?: string;
  /** Whether it may be given more than once. */
  repeated?: boolean;
  /** Whether `preflight lookups` takes it too. */
  lookups: boolean;
  /** What it does, for the help. */
  help: string;
}

/** Every option, in the order of the help. */
export const OPTIONS: OptionSpec[] = [
  {
    name: "cwd",
    short: "C",
    value: "DIR",
    lookups: true,
    help: "Where to look for Pulumi.yaml, and from there upwards (default: the current directory)",
  },
  {
    name: "stack",
    short: "s",
    value: "NAME",
    repeated: true,
    lookups: true,
    help: "A stack to preview (default: every stack that has a Pulumi.<stack>.yaml)",
  },
  { name: "policy-pack", value: "DIR", repeated: true, lookups: false, help: "A policy pack to judge the stacks by" },
  {
    name: "policy-pack-config",
    value: "FILE",
    repeated: true,
    lookups: false,
    help: "The configuration of the pack at the same position; {stack} in it stands for the stack's name",
  },
  {
    name: "config",
    short: "c",
    value: "KEY=VALUE",
    repeated: true,
    lookups: true,
    help: "A configuration value that wins over the stacks' files; nothing is written to them",
  },
  {
    name: "lookups",
    value: "FILE",
    lookups: true,
    help: "The recorded look-ups of every stack (default: for each, lookups.<stack>.json beside its file)",
  },
  { name: "json", short: "j", lookups: false, help: "Print one JSON document instead of the tree" },
  {
    name: "report",
    value: "FORMAT=FILE",
    repeated: true,
    lookups: false,
    help: `Also write a report to a file; the formats are ${REPORT_FORMATS.join(", ")}`,
  },
  {
    name: "parallel",
    short: "p",
    value: "N",
    lookups: true,
    help: "How many stacks to preview at once (default: the number of cores)",
  },
  {
    name: "timeout",
    value: "SECONDS",
    lookups: true,
    help: `When to end a stack's program that has not ended (default: ${DEFAULT_TIMEOUT_SECONDS})`,
  },
  { name: "help", short: "h", lookups: true, help: "Show this help" },
  { name: "version", lookups: true, help: "Show the version" },
];
