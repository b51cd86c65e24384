import { type ChildProcess, spawn } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { type Duplex, type Readable } from "node:stream";
import { PreflightError } from "../errors";
import { preloadFile } from "./dist";
import { endWhenSilent, readLines } from "./lines";
import { CACHE_VARIABLE, PARENT_VARIABLE } from "../protocol/environment";
import { type ChildMessage, readMessage } from "../protocol/messages";

/** How long a process that was asked to stop may take, in milliseconds. */
const STOP_MS = 2000;

/**
 * A quarter of V8's default: programs and packs keep little of what they make. For `dev` with its pack, a preview takes 16 %
 * less memory and 5 % less time of the processor, for 3,000 volumes 12 % and nothing (Node.js 20).
 */
const YOUNG_GENERATION = "--max-semi-space-size=4";

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

  /** @throws {@link PreflightError} when the SDK is not installed where the process runs, or no process can be started. */
  constructor(options: NodeProcessOptions) {
    this.child = start(options);
    running.add(this.child);
    const { stdout, stderr, channel } = streamsOf(this.child);
    const printed = [
      readLines(stdout, (line) => options.onOutput(line, "stdout")),
      readLines(stderr, (line) => options.onOutput(line, "stderr")),
    ];
    void readLines(channel, (line) => {
      const message = readMessage(line);
      if (message !== undefined) {
        options.onMessage?.(message);
      }
    });
    this.ended = new Promise((resolve, reject) => {
      this.child.on("error", (error) => reject(startError(options, error)));
      this.child.on("exit", (code, signal) => {
        // What the process started and left behind may hold its output open: it ends here too.
        killGroup(this.child, "SIGKILL");
        // And what has left the group is not waited for.
        [stdout, stderr].forEach(endWhenSilent);
        channel.destroy();
        void Promise.all(printed).then(() => {
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

function start(options: NodeProcessOptions): ChildProcess {
  // The short form: Pulumi's SDK takes the long one for a loader of the program's own.
  const nodeArgs = [YOUNG_GENERATION, "-r", preloadFile(), ...options.nodeArgs];
  const args = [...nodeArgs, locate(options), ...options.args];
  const environment = {
    ...process.env,
    ...options.environment,
    [CACHE_VARIABLE]: cacheDirectory(options.directory),
    [PARENT_VARIABLE]: String(process.pid),
  };
  try {
    const stdio = ["ignore", "pipe", "pipe", "pipe"] as const;
    return spawn(process.execPath, args, {
      cwd: options.directory,
      env: environment,
      stdio: [...stdio],
      detached: true,
    });
  } catch (error) {
    throw startError(options, error as Error);
  }
}

function startError(options: NodeProcessOptions, error: Error): PreflightError {
  const { code } = error as NodeJS.ErrnoException;
  const reason =
    code === "E2BIG"
      ? "the stack's configuration is larger than the system passes on to a process; keep large values in files"
      : `${error.message}; it is Node.js, ${process.execPath}, in ${options.directory}`;
  return new PreflightError("configuration", `${options.owner}: its process cannot be started: ${reason}`);
}

function streamsOf(child: ChildProcess): { stdout: Readable; stderr: Readable; channel: Duplex } {
  const [stdout, stderr, channel] = child.stdio.slice(1) as [Readable, Readable, Duplex];
  return { stdout, stderr, channel };
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

function locate(options: NodeProcessOptions): string {
  try {
    return createRequire(path.join(options.directory, "package.json")).resolve(options.module);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    const reason =
      code === "MODULE_NOT_FOUND"
        ? `${options.module} is not installed for ${options.directory}; ` +
          "run `npm install` (or the project's own package manager) where its package.json is"
        : `${options.module} cannot be found: ${message}`;
    throw new PreflightError("configuration", `${options.owner}: ${reason}`);
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
