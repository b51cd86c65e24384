import { OPTIONS, type OptionSpec } from "./options";

/** What `preflight --help` prints. */
export const HELP = helpText();

function helpText(): string {
  const rows = OPTIONS.map((option) => [spelling(option), option.help] as const);
  const width = Math.max(...rows.map(([left]) => left.length));
  return `preflight previews a Pulumi program's stacks with their policies, offline.

Usage:
  preflight [OPTION]...                       preview the stacks
  preflight lookups --stack NAME [OPTION]...  list what a program looks up, and add entries to fill in to its file

Options:
${rows.map(([left, help]) => `  ${left.padEnd(width)}  ${help}`).join("\n")}

\`preflight lookups\` takes ${sharedOptions()}.
Every path is relative to the current directory, whatever --cwd says.

Exit status:
  0  no mandatory policy is broken
  1  a mandatory policy is broken
  2  the arguments, the project or the configuration are wrong
  3  a program or a policy pack failed, or did not end in time
  4  preflight itself failed; please report it, with the stack trace that PREFLIGHT_TRACE=1 adds
`;
}

function spelling({ name, short, value }: OptionSpec): string {
  return `${short === undefined ? "   " : `-${short},`} --${name}${value === undefined ? "" : ` ${value}`}`;
}

function sharedOptions(): string {
  const names = OPTIONS.filter((option) => option.lookups).map(({ name }) => `--${name}`);
  return `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`;
}
