import { type ChildProcess, execFile, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from "node:fs";
import { homedir } from "node:os";
import * as path from "node:path";
import { promisify } from "node:util";

const REQUIREMENTS = path.join(__dirname, "requirements.txt");

/** The longest that moto may take to answer, in milliseconds. */
const START_MILLISECONDS = 60_000;

const WINDOWS = process.platform === "win32";

const run = promisify(execFile);

/** moto, an emulator of AWS, as a server on this machine. */
export class Moto {
  private constructor(
    private readonly server: ChildProcess,
    readonly url: string,
  ) {}

  /**
   * Starts moto, and installs it where this machine does not have it: a virtual environment of Python's, in a folder of the
   * cache that is named after what is in it.
   *
   * @throws an Error where there is no Python, or PyPI cannot be reached.
   */
  static async start(): Promise<Moto> {
    const python = await installed();
    const server = spawn(python, ["-m", "moto.server", "-H", "127.0.0.1", "-p", "0"], {
      stdio: ["ignore", "ignore", "pipe"],
    });
    return new Moto(server, await announced(server));
  }

  stop(): void {
    this.server.kill();
  }
}

async function installed(): Promise<string> {
  const hash = createHash("sha256").update(readFileSync(REQUIREMENTS)).digest("hex").slice(0, 12);
  const cache = process.env["XDG_CACHE_HOME"] ?? path.join(homedir(), ".cache");
  const folder = path.join(cache, "groundwork", `moto-${hash}`);
  const python = (root: string) => path.join(root, ...(WINDOWS ? ["Scripts", "python.exe"] : ["bin", "python"]));
  if (!existsSync(folder)) {
    // Whole or not at all: two checkouts may install it at once, and one may be ended meanwhile.
    const draft = `${folder}.draft-${process.pid}`;
    mkdirSync(path.dirname(folder), { recursive: true });
    try {
      await run(WINDOWS ? "python" : "python3", ["-m", "venv", draft]);
      const install = [
        "-m",
        "pip",
        "install",
        "--quiet",
        "--retries=1",
        "--require-hashes",
        "--only-binary",
        ":all:",
        "-r",
        REQUIREMENTS,
      ];
      await run(python(draft), install);
      renameSync(draft, folder);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      if (!existsSync(folder)) {
        throw error;
      }
    }
  }
  return python(folder);
}

/** Where a server says that it listens. */
function announced(server: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = "";
    const late = setTimeout(() => reject(new Error(`moto did not start in time: ${said}`)), START_MILLISECONDS);
    server.stderr?.on("data", (chunk: Buffer) => {
      said += chunk.toString();
      const url = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (url !== undefined) {
        clearTimeout(late);
        resolve(url);
      }
    });
    server.on("exit", () => reject(new Error(`moto ended: ${said}`)));
    server.on("error", reject);
  });
}
