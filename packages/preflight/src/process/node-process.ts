import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import * as readline from "node:readline";
import { type Readable } from "node:stream";
import { PreflightError } from "../errors";
import { preloadFile } from "./dist";
import { CACHE_VARIABLE, PARENT_VARIABLE } from "../protocol/environment";
import { type ChildMessage } from "../protocol/messages";

/** How long a process that was asked to stop may take, in milliseconds. */
const STOP_MS = 2000;

/** Half of V8's default: a large preview then takes less memory, and no more time that could be measured. */
const YOUNG_GENERATION = "--max-semi-space-size=8";

/** How a process ended. */
export interface Exit {
  code: number | null;
  signal: NodeJS.Signals | null;
}

/** What a process is run with. */
export interface NodeProcessOptions {
  directory: string;
  nodeArgs: string[];
  /** The SDK's module to run, such as `@pulumi/pulumi/cmd/run`, found from `directory`. */
  module: string;
  /** What the error says where the module is not there: whose dependencies are to be installed. */
  owner: string;
  args: string[];
  environment: Record<string, string>;
  onOutput(line: string, stream: "stdout" | "stderr"): void;
  onMessage?(message: ChildMessage): void;
}

const running = new Set<ChildProcess>();

/** A Node.js process in a group of its own, so that nothing of it stays when it is stopped. */
export class NodeProcess {
  /** Settles when the process has ended and its output is read to the end. */
  readonly ended: Promise<Exit>;

  private readonly child: ChildProcess;

  /** @throws {@link PreflightError} when the SDK is not installed where the process runs. */
  constructor(options: NodeProcessOptions) {
    const module = locate(options);
    this.child = spawn(
      process.execPath,
      // The short form: Pulumi's SDK takes the long one for a loader of the program's own.
      [YOUNG_GENERATION, "-r", preloadFile(), ...options.nodeArgs, module, ...options.args],
      {
        cwd: options.directory,
        env: {
          ...process.env,
          ...options.environment,
          [CACHE_VARIABLE]: cacheDirectory(options.directory),
          [PARENT_VARIABLE]: String(process.pid),
        },
        stdio: ["ignore", "pipe", "pipe", "ipc"],
        detached: true,
      },
    );
    running.add(this.child);
    this.child.on("message", (message) => options.onMessage?.(message as ChildMessage));
    const streams = (["stdout", "stderr"] as const).map((name) =>
      readLines(this.child[name] as Readable, (line) => options.onOutput(line, name)),
    );
    this.ended = new Promise((resolve, reject) => {
      this.child.on("error", reject);
      this.child.on("exit", (code, signal) => {
        // What the process started and left behind may hold its output open: it ends here too.
        killGroup(this.child, "SIGKILL");
        void Promise.all(streams).then(() => {
          running.delete(this.child);
          resolve({ code, signal });
        });
      });
    });
  }

  /** Asks the process to end, and makes it where it does not. */
  async stop(): Promise<void> {
    killGroup(this.child, "SIGTERM");
    const timer = setTimeout(() => killGroup(this.child, "SIGKILL"), STOP_MS);
    await this.ended.catch(() => undefined);
    clearTimeout(timer);
  }
}

/** Ends every process at once: for when preflight itself is told to end. */
export function killAll(): void {
  running.forEach((child) => killGroup(child, "SIGKILL"));
}

function killGroup(child: ChildProcess, signal: NodeJS.Signals): void {
  if (child.pid === undefined) {
    return;
  }
  try {
    process.kill(-child.pid, signal);
  } catch {
    // The group has ended already.
  }
}

function readLines(stream: Readable, onLine: (line: string) => void): Promise<void> {
  return new Promise((resolve) => {
    const lines = readline.createInterface({ input: stream, crlfDelay: Infinity });
    lines.on("line", onLine);
    lines.on("close", resolve);
  });
}

function locate(options: NodeProcessOptions): string {
  try {
    return createRequire(path.join(options.directory, "package.json")).resolve(options.module);
  } catch {
    throw new PreflightError(
      "configuration",
      `${options.owner}: ${options.module} is not installed for ${options.directory}; ` +
        "run `npm install` (or the project's own package manager) where its package.json is",
    );
  }
}

/** Where compiled programs are kept: beside the installed packages, and so as long as they are. */
function cacheDirectory(directory: string): string {
  for (let place = directory; place !== path.dirname(place); place = path.dirname(place)) {
    const modules = path.join(place, "node_modules");
    if (fs.existsSync(modules)) {
      return path.join(modules, ".cache", "preflight");
    }
  }
  return "";
}
