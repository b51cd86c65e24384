import * as fs from "node:fs";
import * as path from "node:path";
import { killAll } from "../process/node-process";
import { PreflightError, toPreflightError } from "../errors";
import { type PreviewDocument } from "../document";
import { previewProject } from "../preview/preview-project";
import {
  createProgress,
  exitStatus,
  FAILURE_STATUS,
  renderStack,
  renderSummary,
  ReportError,
  terminalStyle,
  toJson,
  writeReport,
} from "../reports";
import { type Command, HELP, parseArguments } from "./arguments";
import { complain, guardOutput, print } from "./output";
import { recordLookups } from "./record";

type PreviewCommand = Extract<Command, { kind: "preview" }>;

async function main(argv: string[]): Promise<number> {
  const command = parseArguments(argv, currentDirectory());
  switch (command.kind) {
    case "help":
      await print(HELP);
      return 0;
    case "version":
      await print(`${version()}\n`);
      return 0;
    case "preview":
      return await preview(command);
    case "lookups":
      return await recordLookups(command.options);
  }
}

async function preview({ options, json, reports }: PreviewCommand): Promise<number> {
  const style = terminalStyle(process.stdout);
  const progress = createProgress(process.stderr, {
    stacks: options.stacks?.length ?? 0,
    enabled: !json,
  });
  try {
    const { document, projectFile } = await previewProject(options, {
      onStart: (stack) => progress.start(stack),
      onProgress: () => progress.resource(),
      onEnd: (report) => progress.finish(report.stack),
    });
    progress.stop();
    for (const { format, file } of reports) {
      await writeReport(format, file, document, relative(projectFile));
    }
    await print(json ? toJson(document) : inWords(document, style));
    return exitStatus(document);
  } finally {
    progress.stop();
  }
}

function inWords(document: PreviewDocument, style: ReturnType<typeof terminalStyle>): string {
  const stacks = document.stacks.map((stack) => renderStack(stack, style));
  return [...stacks, renderSummary(document, style)].join("\n");
}

/** @throws {@link PreflightError} where it was removed under the shell's feet. */
function currentDirectory(): string {
  try {
    return process.cwd();
  } catch {
    throw new PreflightError(
      "configuration",
      "the current directory does not exist any more; change to one that does.",
    );
  }
}

function relative(file: string): string {
  return path.relative(process.cwd(), file) || file;
}

function version(): string {
  const manifest = path.join(__dirname, "..", "package.json");
  return (JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** Ends preflight, and its processes, for an error in one line. */
function fail(error: unknown): never {
  killAll();
  const known =
    error instanceof ReportError ? new PreflightError("configuration", error.message) : toPreflightError(error);
  complain(known.message);
  process.exit(FAILURE_STATUS[known.kind]);
}

for (const [signal, status] of [
  ["SIGINT", 130],
  ["SIGTERM", 143],
  ["SIGHUP", 129],
] as const) {
  process.on(signal, () => {
    killAll();
    process.exit(status);
  });
}
process.on("uncaughtException", fail);
guardOutput();

main(process.argv.slice(2)).then((status) => process.exit(status), fail);
