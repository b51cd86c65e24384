import { createColors } from "picocolors";

/** Ways to paint a text; they leave it as it is where there are no colours. */
export type Colours = Record<"bold" | "dim" | "red" | "green" | "yellow" | "cyan", (text: string) => string>;

/** How the terminal reports look. */
export interface TerminalStyle {
  colours: Colours;
  /** How many columns prose is wrapped at. */
  width: number;
}

/** Environment variables by name. */
type Environment = Record<string, string | undefined>;

/** What is asked of the stream that a report goes to. */
export interface TerminalStream {
  isTTY?: boolean;
  columns?: number;
}

/** The width where the stream does not tell its own, as in a pipe or a log. */
export const DEFAULT_WIDTH = 100;

/** Below this, prose in a narrow column reads worse than prose that the terminal breaks. */
export const MIN_WIDTH = 40;

/** Above this, a line of prose is hard to follow to the next. */
export const MAX_WIDTH = 140;

/** The style without colours, for files. */
export const PLAIN: TerminalStyle = { colours: createColors(false), width: DEFAULT_WIDTH };

/**
 * The style that fits a stream: colours only on a terminal that shows them, unless `FORCE_COLOR` asks for them; never with
 * `NO_COLOR`.
 *
 * @see https://no-color.org
 */
export function terminalStyle(stream: TerminalStream, env: Environment = process.env): TerminalStyle {
  const columns = stream.columns !== undefined && stream.columns > 0 ? stream.columns : DEFAULT_WIDTH;
  return {
    colours: createColors(showsColour(stream, env)),
    width: Math.min(Math.max(columns, MIN_WIDTH), MAX_WIDTH),
  };
}

/** Whether the stream is a terminal whose cursor can be moved. */
export function isInteractive(stream: TerminalStream, env: Environment = process.env): boolean {
  return stream.isTTY === true && env["TERM"] !== "dumb";
}

function showsColour(stream: TerminalStream, env: Environment): boolean {
  if ((env["NO_COLOR"] ?? "") !== "") {
    return false;
  }
  const forced = env["FORCE_COLOR"];
  if (forced !== undefined) {
    return forced !== "0" && forced !== "false";
  }
  return isInteractive(stream, env);
}
