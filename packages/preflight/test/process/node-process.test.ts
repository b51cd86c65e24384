import * as assert from "node:assert/strict";
import { within } from "../project/temporary";
import { type Exit, NodeProcess, type NodeProcessOptions } from "../../src/process/node-process";

/** What a process was, from its start to its end. */
interface Course {
  exit: Exit;
  stdout: string[];
  stderr: string[];
  messages: unknown[];
}

/** Runs a module of this text to its end, or what `meanwhile` does to it. */
function run(
  text: string,
  options: Partial<NodeProcessOptions> = {},
  meanwhile: (child: NodeProcess, course: Course) => Promise<void> = () => Promise.resolve(),
): Promise<Course> {
  return within({ "package.json": `{ "name": "it" }`, "node_modules/it/main.js": text }, async ({ root }) => {
    const course: Course = { exit: { code: null, signal: null }, stdout: [], stderr: [], messages: [] };
    const child = new NodeProcess({
      directory: root,
      nodeArgs: [],
      module: "it/main.js",
      owner: "project it",
      args: [],
      environment: {},
      onOutput: (line, stream) => course[stream].push(line),
      onMessage: (message) => course.messages.push(message),
      ...options,
    });
    await meanwhile(child, course);
    course.exit = await child.ended;
    return course;
  });
}

describe("a process", function () {
  this.timeout(60_000);

  it("tells what it prints, from either stream, and its exit code", async () => {
    const { exit, stdout, stderr } = await run(`
      console.log("out\\nmore");
      console.error("err");
      process.exitCode = 3;`);
    assert.deepEqual(
      { exit, stdout, stderr },
      { exit: { code: 3, signal: null }, stdout: ["out", "more"], stderr: ["err"] },
    );
  });

  it("has no channel of Node.js's own, and may open some to processes that it starts", async () => {
    const { stdout } = await run(`
      const { fork } = require("node:child_process");
      if (process.argv[2] === undefined) {
        console.log([typeof process.send, process.connected, process.channel, process.env.NODE_CHANNEL_FD].join());
        fork(__filename, ["child"]).on("message", (message) => console.log(message));
      } else {
        process.send("hello from a fork");
      }`);
    assert.deepEqual(stdout, ["undefined,,,", "hello from a fork"]);
  });

  it("may write to preflight's channel whatever it likes: what is no message is not heard", async () => {
    const { exit, messages } = await run(`
      const line = (text) => require("node:fs").writeSync(3, text + "\\n");
      ["null", "{", "[1]", JSON.stringify({ computedOutputs: { a: ["arn"] } }), '{"computedOutputs":0}'].forEach(line);`);
    assert.equal(exit.code, 0);
    assert.deepEqual(messages, [{ computedOutputs: { a: ["arn"] } }]);
  });

  it("has ended when it has, though something that it started in a group of its own holds its output open", async () => {
    const { exit, stdout } = await run(`
      const { spawn } = require("node:child_process");
      const endless = spawn("sleep", ["60"], { detached: true, stdio: "inherit" });
      console.log(endless.pid);
      endless.unref();`);
    assert.equal(exit.code, 0);
    process.kill(Number(stdout[0]), "SIGKILL");
  });

  it("is made to end where it does not when it is asked to", async () => {
    const { exit } = await run(
      `process.on("SIGTERM", () => {}); console.log("ready"); setInterval(() => {}, 1000);`,
      {},
      async (child, { stdout }) => {
        while (stdout.length === 0) {
          await new Promise((resolve) => setTimeout(resolve, 20));
        }
        await child.stop();
      },
    );
    assert.deepEqual(exit, { code: null, signal: "SIGKILL" });
  });

  it("without its module is an error that says what to install", () =>
    assert.rejects(run("", { module: "no-such/module" }), {
      name: "PreflightError",
      kind: "configuration",
      message: /^project it: no-such\/module is not installed for .*; run `npm install`/,
    }));

  it("with a larger environment than the system passes on is an error that says so", () =>
    assert.rejects(run("", { environment: { LARGE: "x".repeat(200_000) } }), {
      name: "PreflightError",
      kind: "configuration",
      message: /^project it: its process cannot be started: the stack's configuration is larger than/,
    }));

  it("in a directory that is gone is an error that names it", () =>
    within({ "node_modules/it/main.js": "" }, async (installed) => {
      const module = installed.path("node_modules/it/main.js");
      await assert.rejects(run("", { directory: installed.path("gone"), module }), {
        name: "PreflightError",
        kind: "configuration",
        message: /^project it: its process cannot be started: .*ENOENT.*\/gone$/,
      });
    }));
});
