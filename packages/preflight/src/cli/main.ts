import * as fs from "node:fs";
import * as path from "node:path";
import { killAll } from "../process/node-process";
import { PreflightError } from "../errors";
import { type PreviewDocument } from "../document";
import { previewProject } from "../preview/preview-project";
import {
  createProgress,
  exitStatus,
  renderStack,
  renderSummary,
  ReportError,
  terminalStyle,
  toJson,
  writeReport,
} from "../reports";
import { type Command, HELP, parseArguments } from "./arguments";
import { recordLookups } from "./record";

type PreviewCommand = Extract<Command, { kind: "preview" }>;

/** Wrong arguments, project or configuration. */
const USAGE_STATUS = 2;

async function main(argv: string[]): Promise<number> {
  const command = parseArguments(argv, process.cwd());
  switch (command.kind) {
    case "help":
      process.stdout.write(HELP);
      return 0;
    case "version":
      process.stdout.write(`${version()}\n`);
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

function relative(file: string): string {
  return path.relative(process.cwd(), file) || file;
}

function version(): string {
  const manifest = path.join(__dirname, "..", "package.json");
  return (JSON.parse(fs.readFileSync(manifest, "utf8")) as { version: string }).version;
}

/** Writes to the end even where the output is a pipe that is read slowly. */
function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => (error ? reject(error) : resolve()));
  });
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
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  // Whoever read the output has seen enough.
  if (error.code === "EPIPE") {
    killAll();
    process.exit(0);
  }
});

main(process.argv.slice(2)).then(
  (status) => process.exit(status),
  (error: unknown) => {
    killAll();
    const known = error instanceof PreflightError || error instanceof ReportError;
    process.stderr.write(
      `error: ${known ? error.message : `preflight itself failed: ${String((error as Error).stack)}`}\n`,
    );
    process.exit(USAGE_STATUS);
  },
);
