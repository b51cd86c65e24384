import * as assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import * as fs from "node:fs";
import * as path from "node:path";
import { preloadFile } from "../../src/process/dist";
import { TemporaryDirectory } from "../project/temporary";

/** Loads a file with the cache, prints what it exports, and keeps the code of what was loaded. */
const RUNNER = `
const { CodeCache } = require(process.argv[2]);
const cache = CodeCache.install(process.argv[3], (file) => file !== __filename);
Promise.resolve()
  .then(() => require("./main.js"))
  .then((exports) => exports.result, (error) => ({ error: String(error.stack) }))
  .then((result) => {
    cache.save();
    process.stdout.write(JSON.stringify(result));
  });
`;

/** A file and its digest. */
const MAIN = "exports.result = 3;";
const DIGEST = createHash("sha1").update(MAIN).digest("base64");

describe("the cache of bytecode", function () {
  this.timeout(60_000);

  const bundle = path.join(path.dirname(preloadFile()), "code-cache.js");
  let directory: TemporaryDirectory;

  beforeEach(() => (directory = new TemporaryDirectory({ "run.js": RUNNER })));

  afterEach(() => directory.remove());

  const store = () => directory.path("store.code");

  function run(nodeArgs: string[] = []): unknown {
    const args = [...nodeArgs, directory.path("run.js"), bundle, store()];
    const { stdout, stderr } = spawnSync(process.execPath, args, { encoding: "utf8", cwd: path.dirname(bundle) });
    assert.equal(stderr, "");
    return JSON.parse(stdout);
  }

  /** Runs with nothing kept, and again with everything kept. */
  function bothTimes(files: Record<string, string>): unknown {
    for (const [file, text] of Object.entries(files)) {
      fs.writeFileSync(directory.path(file), text);
    }
    const first = run();
    const { ino } = fs.statSync(store());
    assert.deepEqual(run(), first, "kept code gave something else");
    assert.equal(fs.statSync(store()).ino, ino, "kept code was refused, and made anew");
    return first;
  }

  it("has the code of every file, and gives it to the next process", () => {
    const result = bothTimes({
      "main.js": `exports.result = require("./other").twice(21);`,
      "other.js": "exports.twice = (value) => 2 * value;",
    });
    assert.equal(result, 42);
    const text = fs.readFileSync(store(), "latin1");
    const index = JSON.parse(text.slice(10, 10 + Number(text.slice(0, 10)))) as [string][];
    const files = index.map(([file]) => path.basename(file));
    assert.deepEqual(files.sort(), ["main.js", "other.js"]);
  });

  it("is passed over for a file that has changed, even to a text of the same length", () => {
    bothTimes({ "main.js": `exports.result = "one";` });
    fs.writeFileSync(directory.path("main.js"), `exports.result = "two";`);
    assert.equal(run(), "two");
    assert.equal(run(), "two");
  });

  it("forgets files that are gone", () => {
    bothTimes({ "main.js": `exports.result = require("./gone.js").result;`, "gone.js": "exports.result = 1;" });
    fs.rmSync(directory.path("gone.js"));
    bothTimes({ "main.js": "exports.result = 2;" });
    assert.doesNotMatch(fs.readFileSync(store(), "latin1"), /gone\.js/);
  });

  it("is made anew where V8 runs with other flags", () => {
    bothTimes({ "main.js": `exports.result = "any";` });
    assert.equal(run(["--no-opt"]), "any");
    assert.equal(run(), "any");
  });

  it("keeps nothing, and writes nothing, of what was compiled under flags that changed since", () => {
    fs.writeFileSync(
      directory.path("main.js"),
      `require("node:v8").setFlagsFromString("--no-opt");\nexports.result = "changed";`,
    );
    assert.equal(run(), "changed");
    assert.equal(fs.existsSync(store()), false);
  });

  it("is made anew where what was kept can't be read", () => {
    const whole = (index: string) => String(index.length).padStart(10) + index;
    const ofMain = (size: number) => whole(JSON.stringify([[directory.path("main.js"), DIGEST, size]]));
    for (const broken of [
      "",
      "no store",
      whole("{"),
      whole("[]"),
      whole('[["x"]]'),
      whole("{}"),
      ofMain(-5),
      ofMain(99),
    ]) {
      fs.writeFileSync(store(), broken);
      assert.equal(bothTimes({ "main.js": MAIN }), 3, broken);
    }
  });

  it("costs nothing but time where it can't be written", () => {
    fs.mkdirSync(store());
    fs.writeFileSync(directory.path("main.js"), "exports.result = 4;");
    assert.equal(run(), 4);
    assert.equal(run(), 4);
  });

  it("gives each file the module, the paths and the require that Node.js would", () => {
    const result = bothTimes({
      "main.js": `#!/usr/bin/env node
exports.result = [
  this === exports && module.exports === exports && module.id === __filename,
  __dirname === require("node:path").dirname(__filename),
  require.main.filename.endsWith("run.js") && require.cache[__filename] === module,
  require.resolve("./other") === module.path + "/other.js" && typeof require.extensions[".js"] === "function",
  require.resolve.paths("x")[0].endsWith("node_modules") && require.resolve.paths("./x").length === 1,
  require("./other").parent === module && module.children.length === 1,
];`,
      "other.js": "exports.parent = module.parent;",
    });
    assert.deepEqual(result, [true, true, true, true, true, true]);
  });

  it("leaves it to a file to import ES modules, and to Node.js to load a file that is one", () => {
    const result = bothTimes({
      "main.js": `exports.result = import("./es.mjs").then(({ one }) => one + require("./plain.js").two);`,
      "es.mjs": "export const one = 1;",
      "plain.js": "exports.two = 2;",
    });
    assert.equal(result, 3);
  });

  it("shows the lines and columns of a file in stack traces", () => {
    const { error } = bothTimes({ "main.js": `throw new Error("here");` }) as { error: string };
    assert.match(error, /^Error: here\n {4}at Object\.<anonymous> \(.*main\.js:1:7\)\n/);
  });

  it("has Node.js tell what is wrong with a file that does not compile", () => {
    fs.writeFileSync(directory.path("main.js"), "const = 1;");
    const { error } = run() as { error: string };
    assert.match(error, /main\.js:1\nconst = 1;\n {6}\^\n\nSyntaxError: Unexpected token '='/);
  });
});
