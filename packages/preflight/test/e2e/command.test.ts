import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { type PreviewDocument } from "../../src/document";
import { fixture, preflight, processesOf, TemporaryProgram, until } from "./harness";

/** Runs a program of these files with the command, and looks for what is left of its processes. */
async function within(
  files: Record<string, string>,
  test: (program: TemporaryProgram) => void | Promise<void>,
): Promise<void> {
  const program = new TemporaryProgram(files);
  try {
    await test(program);
  } finally {
    program.remove();
  }
}

/** A program that starts a process of its own and then waits, or works, for ever. */
const ENDLESS = (forever: string): string => `
  const fs = require("node:fs");
  const { spawn } = require("node:child_process");
  spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)", __dirname], { stdio: "ignore" });
  spawn(process.execPath, ["-e", "process.on('SIGTERM', () => {}); setInterval(() => {}, 1000)", __dirname], { stdio: "inherit" });
  process.on("SIGTERM", () => {});
  fs.writeFileSync(__dirname + "/started", "");
  ${forever}`;

/** A program that waits for a minute. */
const WAITING = `
  require("node:fs").writeFileSync(__dirname + "/started", "");
  setTimeout(() => {}, 60_000);`;

describe("the command", function () {
  this.timeout(120_000);

  it("exits with 0 where nothing mandatory is broken, and prints no secret", async () => {
    const run = await preflight(["--cwd", fixture("resources"), "--stack", "dev"]);
    assert.equal(run.status, 0, run.stdout + run.stderr);
    assert.match(run.stdout, /✓ dev: 42 resources to create/);
    assert.equal((run.stdout + run.stderr).includes("hunter2"), false);
    assert.equal(run.stdout.includes("\u001b"), false, "colours are for terminals");
  });

  it("exits with 2 for a wrong argument, and says one sentence", async () => {
    const run = await preflight(["--stak", "dev"]);
    assert.equal(run.status, 2);
    assert.equal(run.stdout, "");
    assert.equal(run.stderr, "error: unknown option --stak; did you mean --stack?\n");
  });

  it("exits with 2 where there is no such stack", async () => {
    const run = await preflight(["--cwd", fixture("resources"), "--stack", "prod"]);
    assert.equal(run.status, 2);
    assert.match(run.stdout + run.stderr, /unknown stack "prod"/);
  });

  it("exits with 3 where a program fails", () =>
    within({ "index.js": "throw new Error('no')" }, async ({ root }) => {
      assert.equal((await preflight(["--cwd", root])).status, 3);
    }));

  it("prints one JSON document and nothing else, whatever the program prints", () =>
    within(
      {
        "index.js": `
          console.log("{ not json");
          process.stdout.write("no line end");
          console.error("to stderr");
          exports.done = true;`,
      },
      async ({ root }) => {
        const run = await preflight(["--cwd", root, "--json"]);
        assert.equal(run.status, 0);
        assert.equal(run.stderr, "");
        const document = JSON.parse(run.stdout) as PreviewDocument;
        const said = document.stacks[0]?.diagnostics.map(({ message }) => message).join("\n") ?? "";
        for (const text of ["{ not json", "no line end", "to stderr"]) {
          assert.ok(said.includes(text), said);
        }
        assert.deepEqual(document.stacks[0]?.outputs, { done: true });
      },
    ));

  it("prints a document of megabytes through a pipe to its end", () =>
    within(
      { "index.js": `for (let i = 0; i < 50000; i += 1) console.log(String(i).padStart(100, "."));` },
      async ({ root }) => {
        const run = await preflight(["--cwd", root, "--json"]);
        const document = JSON.parse(run.stdout) as PreviewDocument;
        const said = document.stacks[0]?.diagnostics.map(({ message }) => message).join("\n") ?? "";
        assert.equal(said.split("\n").length, 50_000);
        assert.ok(said.endsWith(".49999"));
      },
    ));

  it("ends in peace when nobody reads its output", async () => {
    const run = await preflight(["--cwd", fixture("resources"), "--stack", "dev"], { closeStdout: true });
    assert.equal(run.status, 0, run.stderr);
    assert.equal(run.stderr, "");
  });

  it("stops a program that never ends, or is too busy to notice, exits with 3 and leaves none of its processes", () =>
    within({ "index.js": ENDLESS("setInterval(() => {}, 1000);") }, (idle) =>
      within({ "index.js": ENDLESS("for (;;);") }, async (busy) => {
        const stopped = async ({ root }: TemporaryProgram): Promise<void> => {
          const run = await preflight(["--cwd", root, "--timeout", "8"]);
          assert.equal(run.status, 3, run.stdout);
          assert.match(run.stdout, /the program did not end within 8 s, so it was stopped/);
          assert.ok(fs.existsSync(`${root}/started`), "the program did not start in time");
          assert.deepEqual(processesOf(root), []);
        };
        await Promise.all([stopped(idle), stopped(busy)]);
      }),
    ));

  it("ends what a program leaves running", () =>
    within({ "index.js": ENDLESS("setTimeout(() => process.exit(0), 500);") }, async (program) => {
      await preflight(["--cwd", program.root]);
      assert.deepEqual(processesOf(program.root), []);
    }));

  it("takes its processes with it when it is killed", () =>
    within({ "index.js": WAITING }, async (program) => {
      let pid = 0;
      const ended = preflight(["--cwd", program.root], { onStart: (started) => (pid = started) });
      await until("the program's start", () => fs.existsSync(program.path("started")));
      process.kill(pid, "SIGKILL");
      await ended;
      await until("the processes' end", () => processesOf(program.root).length === 0);
    }));

  for (const [signal, status] of [
    ["SIGINT", 130],
    ["SIGTERM", 143],
  ] as const) {
    it(`ends all of its processes on ${signal}, with the shell's status for it`, () =>
      within({ "index.js": ENDLESS("for (;;);") }, async (program) => {
        let pid = 0;
        const ended = preflight(["--cwd", program.root], { onStart: (started) => (pid = started) });
        await until("the program's start", () => fs.existsSync(program.path("started")));
        process.kill(pid, signal);
        assert.equal((await ended).status, status);
        await until("the processes' end", () => processesOf(program.root).length === 0);
      }));
  }
});
