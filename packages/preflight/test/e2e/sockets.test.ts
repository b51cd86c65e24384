import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { pack, preflight, preview, TemporaryProgram, told } from "./harness";

/** A user with no rights of its own. */
const NOBODY = 65534;

/** What a process says to whoever asks it for a connection to a socket. */
function connectAs(uid: number | undefined, socket: string): string {
  const script = `
    require("node:net").connect(process.argv[1])
      .on("connect", () => { console.log("connected"); process.exit(); })
      .on("error", (error) => console.log(error.code));`;
  const { stdout } = spawnSync(process.execPath, ["-e", script, socket], { encoding: "utf8", uid, cwd: "/" });
  return stdout.trim();
}

/** A program, with a pack, that writes down where its monitor is, and then waits until it is told to go on. */
const WAITING = {
  "index.js": `
    const fs = require("node:fs");
    fs.writeFileSync(__dirname + "/address", process.env.PULUMI_NODEJS_MONITOR);
    exports.done = new Promise((resolve) => {
      const timer = setInterval(() => fs.existsSync(__dirname + "/go") && (clearInterval(timer), resolve(true)), 20);
    });`,
  ...pack("judge", `new PolicyPack("judge", { policies: [] });`),
};

describe("the sockets of a preview", function () {
  this.timeout(120_000);

  let program: TemporaryProgram;
  let temporary: string;

  beforeEach(() => {
    program = new TemporaryProgram(WAITING);
    temporary = program.path("tmp");
    fs.mkdirSync(temporary);
  });

  afterEach(() => program.remove());

  /** Runs the command with a temporary directory of its own, until the program has begun and both sockets are there. */
  async function running(
    during: (folder: string, pid: number) => void | Promise<void>,
  ): Promise<ReturnType<typeof preflight>> {
    let pid = 0;
    const args = ["--cwd", program.root, "--policy-pack", program.path("judge")];
    const ended = preflight(args, { onStart: (started) => (pid = started), env: { TMPDIR: temporary } });
    const sockets = (): string[] =>
      fs.readdirSync(temporary).flatMap((name) => fs.readdirSync(path.join(temporary, name)));
    while (!fs.existsSync(program.path("address")) || sockets().length < 2) {
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const [folder = ""] = fs.readdirSync(temporary);
    await during(path.join(temporary, folder), pid);
    return await ended;
  }

  const goOn = (): string => program.write("go", "");

  it("are in a folder that no other user enters", async () => {
    const run = await running((folder) => {
      assert.equal(fs.readFileSync(program.path("address"), "utf8"), `unix:${folder}/engine`);
      assert.equal(fs.statSync(folder).mode & 0o777, 0o700);
      assert.deepEqual(fs.readdirSync(folder).sort(), ["engine", "pack-0"]);
      fs.chmodSync(program.root, 0o755);
      for (const socket of ["engine", "pack-0"].map((name) => path.join(folder, name))) {
        assert.equal(connectAs(undefined, socket), "connected");
        if (process.getuid?.() === 0) {
          assert.equal(connectAs(NOBODY, socket), "EACCES");
        }
      }
      goOn();
    });
    assert.equal(run.status, 0, run.stdout);
  });

  if (process.platform === "linux") {
    it("are all that preflight and its packs listen at", async () => {
      const run = await running((_folder, pid) => {
        const all = [pid, ...childrenOf(pid)];
        assert.equal(all.length, 3, "preflight, a program and a pack");
        assert.deepEqual(all.flatMap(listeningPorts), []);
        goOn();
      });
      assert.equal(run.status, 0, run.stdout);
    });
  }

  it("are gone when the preview has ended", async () => {
    await running(() => void goOn());
    assert.deepEqual(fs.readdirSync(temporary), []);
  });

  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP", "SIGKILL"] as const) {
    it(`are gone when preflight was ended by ${signal}`, async () => {
      await running((_folder, pid) => void process.kill(pid, signal));
      while (fs.readdirSync(temporary).length > 0) {
        await new Promise((resolve) => setTimeout(resolve, 20));
      }
    });
  }

  it("are gone when the program was killed", async () => {
    const run = await running((_folder, pid) => {
      process.kill(Number(childrenOf(pid)[0]), "SIGKILL");
    });
    assert.equal(run.status, 3, run.stdout);
    assert.deepEqual(fs.readdirSync(temporary), []);
  });

  it("are in another folder where the temporary one is missing, or its path is too long for them", async () => {
    const long = path.join(program.root, "long".repeat(50));
    fs.mkdirSync(long);
    goOn();
    for (const TMPDIR of [program.path("missing"), long]) {
      const run = await preflight(["--cwd", program.root, "--policy-pack", program.path("judge")], { env: { TMPDIR } });
      assert.equal(run.status, 0, run.stdout + run.stderr);
    }
    assert.deepEqual(fs.readdirSync(long), []);
  });
});

describe("a pack whose SDK knows no socket", () => {
  it("is reached at the port that it prints", async () => {
    const program = new TemporaryProgram({
      "index.js": "",
      ...pack("old", ""),
      "old/index.js": `
        delete process.env.PREFLIGHT_SOCKET;
        const { PolicyPack } = require("@pulumi/policy");
        new PolicyPack("old", { policies: [] });`,
    });
    try {
      const report = await preview(program.root, { policyPacks: [{ directory: program.path("old") }] });
      assert.equal(report.ok, true, told(report));
      assert.equal(report.packs[0]?.name, "old");
    } finally {
      program.remove();
    }
  });
});

/** The processes that a process has started, in the order of their start. */
function childrenOf(pid: number): number[] {
  const { stdout } = spawnSync("ps", ["-o", "pid=", "--ppid", String(pid)], { encoding: "utf8" });
  return stdout.trim().split(/\s+/).map(Number);
}

/** The TCP ports at which a process listens. */
function listeningPorts(pid: number): string[] {
  const LISTEN = "0A";
  const descriptors = fs.readdirSync(`/proc/${pid}/fd`).map((name) => linkOf(`/proc/${pid}/fd/${name}`));
  const rows = ["tcp", "tcp6"].flatMap((kind) =>
    fs.readFileSync(`/proc/net/${kind}`, "utf8").trim().split("\n").slice(1),
  );
  return rows
    .map((row) => row.trim().split(/\s+/))
    .filter(([, , , state, , , , , , inode]) => state === LISTEN && descriptors.includes(`socket:[${inode}]`))
    .map(([, local]) => local ?? "");
}

function linkOf(file: string): string {
  try {
    return fs.readlinkSync(file);
  } catch {
    return "";
  }
}
