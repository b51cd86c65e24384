import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import { type StackReport } from "../../src/document";
import { TemporaryProgram, told, TYPESCRIPT_PROJECT } from "../e2e/harness";

describe("the cache of compiled programs", function () {
  this.timeout(60_000);

  let program: TemporaryProgram;

  beforeEach(() => {
    program = new TemporaryProgram({
      ...TYPESCRIPT_PROJECT,
      "tsconfig.json": `{ "extends": "./base.json" }`,
      "base.json": `{ "compilerOptions": { "module": "commonjs", "jsx": "react", "jsxFactory": "first" } }`,
      "index.ts": `import { one } from "./other";\nexport const answer: number = one + 1;\nexport const { tag } = require("./tag");`,
      "other.ts": "export const one: number = 1;",
      "tag.tsx": `const first = () => "first";\nconst second = () => "second";\nexport const tag: string = <p></p>;`,
    });
  });

  afterEach(() => program.remove());

  async function outputs(): Promise<StackReport["outputs"]> {
    const report = await program.preview();
    assert.equal(report.ok, true, told(report));
    return report.outputs;
  }

  /** The files of the cache, which is beside the installed packages. */
  function entries(): string[] {
    const directory = program.path("node_modules", ".cache", "preflight");
    return fs
      .readdirSync(directory, { recursive: true, withFileTypes: true })
      .flatMap((entry) =>
        entry.isFile() && entry.name.endsWith(".json") ? [`${entry.parentPath}/${entry.name}`] : [],
      );
  }

  it("has an entry for each file that was compiled and one for the settings, which are read the next time", async () => {
    assert.deepEqual(await outputs(), { answer: 2, tag: "first" });
    const files = entries();
    assert.equal(files.length, 4);
    for (const file of files) {
      fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("one = 1", "one = 41"));
    }
    assert.deepEqual(await outputs(), { answer: 42, tag: "first" });
  });

  it("is passed over for a file that has changed, imported or not", async () => {
    await outputs();
    program.write("other.ts", "export const one: number = 10;");
    assert.equal((await outputs())["answer"], 11);
    program.write("index.ts", `export const answer: number = 7;`);
    assert.deepEqual(await outputs(), { answer: 7 });
  });

  it("is passed over where the tsconfig.json that the program's extends has changed", async () => {
    await outputs();
    program.write(
      "base.json",
      `{ "compilerOptions": { "module": "commonjs", "jsx": "react", "jsxFactory": "second" } }`,
    );
    assert.equal((await outputs())["tag"], "second");
  });

  it("is passed over where the program's own tsconfig.json has changed", async () => {
    await outputs();
    program.write("tsconfig.json", `{ "extends": "./base", "compilerOptions": { "jsxFactory": "second" } }`);
    assert.equal((await outputs())["tag"], "second");
  });

  it("is passed over where an entry can't be read", async () => {
    await outputs();
    const files = entries();
    const broken = ["{ not json", "", "null", "{}"];
    assert.equal(files.length, broken.length);
    files.forEach((file, index) => fs.writeFileSync(file, broken[index] ?? ""));
    assert.deepEqual(await outputs(), { answer: 2, tag: "first" });
  });

  it("keeps the lines of errors right on the first run and on the next", async () => {
    program.write(
      "index.ts",
      `interface Unused {\n  text: string;\n}\n\nfunction fail(input: Unused): never {\n  throw new Error(input.text);\n}\nfail({ text: "where am I" });\n`,
    );
    for (const run of ["first", "next"]) {
      const report = await program.preview();
      assert.match(told(report), /where am I\n {4}at fail \(.*index\.ts:6:9\)\n {4}at .*index\.ts:8:1/, run);
    }
  });

  it("serves the ts-node that the SDK brings, where the program has none", async () => {
    // A program's modules where they are linked to, so that nothing of this repository is found beside them.
    const modules = path.dirname(path.dirname(require.resolve("ts-node/package.json")));
    for (const name of fs.readdirSync(modules).filter((name) => name !== "ts-node" && !name.startsWith("."))) {
      fs.rmSync(program.path("node_modules", name), { recursive: true, force: true });
      fs.symlinkSync(path.join(modules, name), program.path("node_modules", name), "dir");
    }
    fs.rmSync(program.path("node_modules", "ts-node"));
    program.write(
      "Pulumi.yaml",
      `name: tried\nruntime: { name: nodejs, options: { nodeargs: --preserve-symlinks } }\n`,
    );
    program.write(
      "other.ts",
      `export const one: number = require("@pulumi/pulumi/tsutils").typeScriptRequireStrings().tsnodeRequire.includes("vendor") ? 1 : 0;`,
    );
    assert.deepEqual(await outputs(), { answer: 2, tag: "first" });
    const files = entries();
    assert.equal(files.length, 4);
    for (const file of files) {
      fs.writeFileSync(file, fs.readFileSync(file, "utf8").replace("one + 1", "one + 41"));
    }
    assert.deepEqual(await outputs(), { answer: 42, tag: "first" });
    program.write("index.ts", `interface Unused {}\n\nthrow new Error("where am I");\n`);
    for (const run of ["first", "next"]) {
      assert.match(told(await program.preview()), /where am I\n {4}at .*index\.ts:3:7/, run);
    }
  });

  it("leaves the program's directory as it was", async () => {
    const before = fs.readdirSync(program.root).sort();
    await outputs();
    assert.deepEqual(fs.readdirSync(program.root).sort(), before);
  });
});
