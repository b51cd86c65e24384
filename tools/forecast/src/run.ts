import { writeFileSync } from "node:fs";
import path from "node:path";
import { ConfigError } from "@groundwork/core";
import { exitStatus, PreflightError, terminalStyle, type TerminalStyle } from "@groundwork/preflight";
import { HELP, parseArguments } from "./arguments";
import { PreviewFailed, previewEnvironment } from "./environment/environment";
import { readFigures } from "./figures";
import { forecastEnvironment } from "./forecast";
import { toJson } from "./report/json";
import { toSvg } from "./report/svg";
import { toText } from "./report/terminal";

/** Where it runs. */
export interface Surroundings {
  /** The project's directory. */
  project: string;
  /** What relative paths are relative to. */
  cwd: string;
  print: (text: string) => void;
  complain: (text: string) => void;
  style?: TerminalStyle;
}

/** Runs the command; what it exits with. */
export async function run(
  argv: string[],
  { project, cwd, print, complain, style = terminalStyle({}) }: Surroundings,
): Promise<number> {
  try {
    const { help, environment, json, svg, figures, months } = parseArguments(argv, cwd);
    if (help) {
      print(HELP);
      return 0;
    }
    const file = readFigures(figures ?? path.join(project, "stacks", "forecast.yaml"));
    const forecast = forecastEnvironment(await previewEnvironment(project, environment), file, months);
    if (svg !== undefined) {
      write(svg, await toSvg(forecast));
    }
    print(json ? toJson(forecast) : toText(forecast, style));
    return 0;
  } catch (error) {
    return failed(error, complain);
  }
}

function failed(error: unknown, complain: (text: string) => void): number {
  if (error instanceof PreviewFailed) {
    const { diagnostics } = error.document.stacks[0]!;
    diagnostics.filter(({ severity }) => severity === "error").forEach(({ message }) => complain(message));
    return exitStatus(error.document);
  }
  if (error instanceof PreflightError || error instanceof ConfigError) {
    complain(error.message);
    return error instanceof PreflightError && error.kind === "internal" ? 4 : 2;
  }
  const [what] = (error instanceof Error ? error.message : String(error)).split("\n");
  complain(`the forecast itself failed: ${what}; please report this`);
  return 4;
}

function write(file: string, content: string): void {
  try {
    writeFileSync(file, content);
  } catch (error) {
    throw new PreflightError(
      "configuration",
      `${file} cannot be written: ${(error as Error).message}; name another file by --svg.`,
    );
  }
}
