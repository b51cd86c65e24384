import * as assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { readFileSync } from "node:fs";
import * as path from "node:path";
import { CATALOGUE } from "../../src/catalogue/catalogue-file";
import { HELP } from "../../src/cli/help";
import { KEYS, NEWER, world } from "../support/example";
import { type World, WorldServer } from "../support/world";

const WORKSPACE = path.join(__dirname, "..", "..");
const MAIN = ["-r", "ts-node/register/transpile-only", path.join("src", "cli", "main.ts")];

describe("the command", () => {
  let server: WorldServer;
  let aws: World;

  before(async () => {
    server = await WorldServer.start(() => aws);
  });

  after(() => server.stop());

  /** Runs it as a process without a terminal, in this repository. */
  function command(...argv: string[]): Promise<[status: number | null, out: string, complaints: string]> {
    const credentials = { AWS_ACCESS_KEY_ID: KEYS.factory, AWS_SECRET_ACCESS_KEY: "hidden" };
    const env = { PATH: process.env["PATH"], AWS_ENDPOINT_URL: server.url, AWS_MAX_ATTEMPTS: "1", ...credentials };
    const child = spawn(process.execPath, [...MAIN, ...argv], {
      cwd: WORKSPACE,
      env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let [out, complaints] = ["", ""];
    child.stdout.on("data", (chunk: Buffer) => (out += chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => (complaints += chunk.toString()));
    return new Promise((resolve) => child.on("close", (status) => resolve([status, out, complaints])));
  }

  const catalogue = () => readFileSync(path.join(WORKSPACE, "..", "..", CATALOGUE), "utf8");

  it("prints its help, and nothing else", async () => {
    assert.deepEqual(await command("--help"), [0, HELP, ""]);
  });

  it("shows what it would write into this repository's catalogue, and ends with 0", async () => {
    aws = world();
    const before = catalogue();
    const [status, out, complaints] = await command("web", "dev", "--by", "Ada", "--dry-run");
    assert.deepEqual([status, complaints], [0, ""]);
    assert.match(
      out,
      new RegExp(`^web for dev: ${NEWER}\n[^]*\\+ {5}id: ${NEWER}\n[^]*Nothing is written: --dry-run\\.\n$`),
    );
    assert.equal(catalogue(), before);
  });

  it("writes nothing without a yes where nobody is there to say it, and ends with 2", async () => {
    aws = world();
    const before = catalogue();
    const [status, , complaints] = await command("web", "dev", "--by", "Ada");
    assert.deepEqual(
      [status, complaints],
      [2, "error: nobody is there to say yes; give --yes, or --dry-run to look only.\n"],
    );
    assert.equal(catalogue(), before);
  });

  it("says in one line that its credentials are refused, and ends with 2", async () => {
    aws = world({ accounts: {} });
    const [status, out, complaints] = await command("web", "dev", "--by", "Ada");
    assert.deepEqual([status, out], [2, ""]);
    assert.match(complaints, /^error: the credentials of the environment cannot be used; [^\n]*\n$/);
  });
});
