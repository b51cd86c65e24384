import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { type PreviewDocument } from "../../src/document";
import { COMMAND, type CommandRun, pack, preflight, processesOf, TemporaryProgram, until } from "./harness";

const BROKEN = pack(
  "strict",
  `new PolicyPack("strict", {
    policies: [
      {
        name: "nothing",
        description: "nothing",
        enforcementLevel: "mandatory",
        validateStack: (_stack, report) => report("never"),
      },
    ],
  });`,
);

describe("preflight's own failure", function () {
  this.timeout(120_000);

  let program: TemporaryProgram;

  beforeEach(() => {
    program = new TemporaryProgram({ "index.js": "", "Pulumi.prod.yaml": "", ...BROKEN });
  });

  afterEach(() => program.remove());

  /** Runs the command with a flaw in it, as though one of its own lines were wrong. */
  function flawed(flaw: string, args: string[] = [], env: Record<string, string> = {}): Promise<CommandRun> {
    const file = program.write("flaw.js", `if (process.env.PREFLIGHT_PROCESS === undefined) { ${flaw} }`);
    return preflight(["--cwd", program.root, ...args], { env: { NODE_OPTIONS: `--require ${file}`, ...env } });
  }

  /** Each stack's engine fails to open, but the second's. */
  const ONE_STACK = `
    const http2 = require("node:http2");
    const { createServer } = http2;
    let servers = 0;
    http2.createServer = (...args) => {
      servers += 1;
      if (servers === 1) throw new TypeError("a flaw\\nof two lines");
      return createServer(...args);
    };`;

  it("in one stack leaves the other its verdict, has exit status 4 and one line that asks for a report", async () => {
    const run = await flawed(ONE_STACK, ["--json", "--parallel", "1"]);
    assert.equal(run.status, 4, run.stderr);
    assert.equal(run.stderr, "");
    const { stacks } = JSON.parse(run.stdout) as PreviewDocument;
    assert.deepEqual(
      stacks.map(({ stack, ok, failure }) => [stack, ok, failure]),
      [
        ["dev", false, "internal"],
        ["prod", true, undefined],
      ],
    );
    const message = "preflight itself failed: a flaw; please report this; PREFLIGHT_TRACE=1 adds the stack trace";
    assert.deepEqual(stacks[0]?.diagnostics, [{ severity: "error", message, urn: "" }]);
  });

  it("is told in the tree, without a stack trace", async () => {
    const run = await flawed(ONE_STACK, ["--stack", "dev"]);
    assert.equal(run.status, 4);
    assert.match(run.stdout, /preflight itself failed: a flaw; please report this/);
    assert.doesNotMatch(run.stdout + run.stderr, /\n\s*at /);
  });

  it("has its stack trace where that is asked for", async () => {
    const run = await flawed(ONE_STACK, ["--stack", "dev"], { PREFLIGHT_TRACE: "1" });
    assert.match(run.stdout, /please report this, with this stack trace:\s+TypeError: a flaw\s[^]*flaw\.js:/);
  });

  for (const [where, flaw] of [
    ["before any stack", `require("node:os").availableParallelism = () => { throw new TypeError("a flaw"); };`],
    ["where nobody waits for it", `setTimeout(() => { throw new TypeError("a flaw"); }, 200);`],
    ["in a promise that nobody awaits", `setTimeout(() => Promise.reject(new TypeError("a flaw")), 200);`],
  ] as const) {
    it(`${where} is one line, and no process is left`, async () => {
      program.write("index.js", "setInterval(() => {}, 1000);");
      const run = await flawed(flaw);
      assert.equal(run.status, 4, run.stdout + run.stderr);
      assert.equal(
        run.stderr,
        "error: preflight itself failed: a flaw; please report this; PREFLIGHT_TRACE=1 adds the stack trace\n",
      );
      await until("the end of its processes", () => processesOf(program.root).length === 0);
    });
  }
});

describe("a checkout in which preflight cannot be built", () => {
  it("is one line and exit status 4", async () => {
    const program = new TemporaryProgram({
      "flaw.js": `require("node:fs").readdirSync = () => { throw new Error("a flaw"); };`,
    });
    try {
      const run = await preflight(["--help"], { env: { NODE_OPTIONS: `--require ${program.path("flaw.js")}` } });
      assert.deepEqual(run, { status: 4, stdout: "", stderr: "error: preflight cannot be built: a flaw\n" });
    } finally {
      program.remove();
    }
  });
});

describe("an output that cannot be written", function () {
  this.timeout(120_000);

  let program: TemporaryProgram;

  before(() => {
    program = new TemporaryProgram({ "index.js": "", ...BROKEN });
  });

  after(() => program.remove());

  /** Runs the command in a shell that redirects its output. */
  function shell(redirection: string, ...args: string[]): { status: number | null; stderr: string } {
    const command = [process.execPath, COMMAND, "--cwd", program.root, ...args].map((word) => `'${word}'`).join(" ");
    return spawnSync("bash", ["-c", `set -o pipefail; ${command} ${redirection}`], { encoding: "utf8" });
  }

  if (fs.existsSync("/dev/full")) {
    const full = "no space is left on the device (ENOSPC)";

    it("because the disk is full is one line and exit status 2, for the tree, JSON and the help", () => {
      for (const args of [[], ["--json"], ["--help"], ["--version"]]) {
        const { status, stderr } = shell("> /dev/full", ...args);
        assert.equal(stderr, `error: The output cannot be written: ${full}.\n`);
        assert.equal(status, 2);
      }
    });

    it("because the disk is full is one line for a report, too", () => {
      const { status, stderr } = shell("> /dev/null", "--report", "junit=/dev/full");
      assert.equal(stderr, `error: The junit report cannot be written to /dev/full: ${full}.\n`);
      assert.equal(status, 2);
    });

    it("is no matter where only progress and errors would go there", () => {
      assert.equal(shell("2> /dev/full").status, 0);
      assert.equal(shell("2> /dev/full", "--stak").status, 2);
    });
  }

  it("because whoever reads it has seen enough is no matter: the exit status is the verdict's", () => {
    const strict = ["--policy-pack", path.join(program.root, "strict")];
    for (const [args, status] of [
      [[], 0],
      [strict, 1],
      [["--json", ...strict], 1],
    ] as const) {
      const run = shell("| true", ...args);
      assert.equal(run.stderr, "");
      assert.equal(run.status, status);
    }
  });

  it("because it is closed is no matter either", () => {
    const run = shell(">&- 2>&-", "--policy-pack", path.join(program.root, "strict"));
    assert.equal(run.status, 1);
  });

  it("as look-ups to fill in is one line", () => {
    program.write("index.js", `require("@pulumi/pulumi").runtime.invoke("a:b:c", {});`);
    const file = program.path("index.js", "lookups.json");
    const { status, stderr } = shell("> /dev/null", "lookups", "--stack", "dev", "--lookups", file);
    assert.equal(
      stderr,
      `error: The look-ups cannot be written to ${file}: a file stands where a directory is needed (ENOTDIR).\n`,
    );
    assert.equal(status, 2);
  });
});
