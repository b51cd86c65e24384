import * as assert from "node:assert/strict";
import { execFileSync, spawn } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { type PreviewOptions } from "../../src/preview-options";
import { type ResourceReport, type StackReport } from "../../src/document";
import { previewProject } from "../../src/preview/preview-project";
import { TemporaryDirectory } from "../project/temporary";

const PACKAGE = path.join(__dirname, "..", "..");

/** The command's file. */
export const COMMAND = path.join(PACKAGE, "bin", "preflight.js");

/** Where the SDK and what it needs are installed. */
const MODULES = path.resolve(
  path.dirname(createRequire(__filename).resolve("@pulumi/pulumi/package.json")),
  "..",
  "..",
);

/** The modules that a program in a temporary directory finds beside it. */
const LINKED = ["@pulumi/pulumi", "@pulumi/policy", "ts-node", "typescript"];

/** What the programs of these tests get where a test says nothing else, in seconds. */
const TIMEOUT_SECONDS = 60;

/** The directory of a program under test/fixtures. */
export function fixture(name: string): string {
  return path.join(PACKAGE, "test", "fixtures", name);
}

/** The preview of the stack `dev` of a program, run in this process. */
export async function preview(cwd: string, options: PreviewOptions = {}): Promise<StackReport> {
  const { document } = await previewProject(previewOptions(cwd, options));
  assert.equal(document.stacks.length, 1);
  return document.stacks[0] as StackReport;
}

/** The options of a preview of the stack `dev`. */
export function previewOptions(cwd: string, options: PreviewOptions = {}): PreviewOptions {
  return { cwd, stacks: ["dev"], timeoutSeconds: TIMEOUT_SECONDS, ...options };
}

/** A program in a temporary directory, with the SDK installed beside it. */
export class TemporaryProgram extends TemporaryDirectory {
  /** @param files The program's files by path, over those of a JavaScript program with an empty stack `dev`. */
  constructor(files: Record<string, string>) {
    super({
      "Pulumi.yaml": "name: tried\nruntime:\n  name: nodejs\n  options:\n    typescript: false\n",
      "Pulumi.dev.yaml": "",
      "package.json": `{ "name": "tried" }`,
      ...files,
    });
    for (const name of LINKED) {
      const link = this.path("node_modules", name);
      fs.mkdirSync(path.dirname(link), { recursive: true });
      fs.symlinkSync(path.join(MODULES, name), link, "dir");
    }
  }

  /** Writes a file of the program, and returns its absolute path. */
  write(file: string, text: string): string {
    fs.writeFileSync(this.path(file), text);
    return this.path(file);
  }

  preview(options: PreviewOptions = {}): Promise<StackReport> {
    return preview(this.root, options);
  }
}

/** The preview of a program of these files. */
export async function previewOf(files: Record<string, string>, options: PreviewOptions = {}): Promise<StackReport> {
  const program = new TemporaryProgram(files);
  try {
    return await program.preview(options);
  } finally {
    program.remove();
  }
}

const MANIFEST = {
  "PulumiPolicy.yaml": "runtime: { name: nodejs, options: { typescript: false } }\n",
  "package.json": `{ "name": "pack", "version": "1.2.3", "main": "index.js" }`,
};

/** The files of a policy pack of this source, below a directory of its own. */
export function pack(directory: string, source: string): Record<string, string> {
  const all = { ...MANIFEST, "index.js": `const { PolicyPack } = require("@pulumi/policy");\n${source}` };
  return Object.fromEntries(Object.entries(all).map(([file, text]) => [path.join(directory, file), text]));
}

/** A file of a program that is written in TypeScript. */
export const TYPESCRIPT_PROJECT = { "Pulumi.yaml": "name: tried\nruntime: nodejs\n" };

/** The resource of a name. */
export function resource(report: StackReport, name: string): ResourceReport {
  const found = report.resources.filter((candidate) => candidate.name === name);
  assert.equal(found.length, 1, `${found.length} resources are called ${name}: ${told(report)}`);
  return found[0] as ResourceReport;
}

/** What a preview said at a severity, all of it. */
export function told(report: StackReport, severity?: string): string {
  return report.diagnostics
    .filter((diagnostic) => severity === undefined || diagnostic.severity === severity)
    .map((diagnostic) => diagnostic.message)
    .join("\n");
}

/** How the command ended. */
export interface CommandRun {
  status: number | null;
  stdout: string;
  stderr: string;
}

/** Runs the command to its end; `onStart` gets its process, and `readStdout: false` closes its stdout at once. */
export async function preflight(
  args: string[],
  {
    onStart,
    closeStdout = false,
    env = {},
  }: { onStart?: (pid: number) => void; closeStdout?: boolean; env?: Record<string, string> } = {},
): Promise<CommandRun> {
  const child = spawn(process.execPath, [COMMAND, ...args], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const run: CommandRun = { status: null, stdout: "", stderr: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => (run.stdout += text));
  child.stderr.setEncoding("utf8").on("data", (text: string) => (run.stderr += text));
  if (closeStdout) {
    child.stdout.destroy();
  }
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  onStart?.(child.pid as number);
  run.status = await ended;
  return run;
}

/** How long a test waits for what another process does, in milliseconds. */
const PATIENCE_MS = 60_000;

/** The processes that name a directory in their arguments. */
export function processesOf(directory: string): string[] {
  const all = execFileSync("ps", ["-eo", "pid,args"], { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  return all.split("\n").filter((line) => line.includes(directory));
}

/** Waits until something is so, and fails where it never is. */
export async function until(what: string, done: () => boolean): Promise<void> {
  const start = Date.now();
  while (!done()) {
    assert.ok(Date.now() - start < PATIENCE_MS, `waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
