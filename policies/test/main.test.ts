import * as assert from "node:assert/strict";
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { isBuiltin } from "node:module";
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from "node:fs";
import { symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";
import { rules } from "../rules";

const ROOT = path.join(__dirname, "..");
const RUN_POLICY_PACK = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const NODE_MODULES = path.join(path.dirname(require.resolve("typescript/package.json")), "..");

describe("main.js in a checkout", () => {
  let pack: string;

  before(() => {
    pack = mkdtempSync(path.join(tmpdir(), "policy-pack-"));
    for (const file of ["main.js", "sources.js", "build.mjs"]) {
      copyFileSync(path.join(ROOT, file), path.join(pack, file));
    }
    symlinkSync(NODE_MODULES, path.join(pack, "node_modules"));
    writeFileSync(path.join(pack, "package.json"), JSON.stringify({ name: "pack", main: "main.js" }));
    writeFileSync(path.join(pack, "tsconfig.json"), "{}");
    writeFileSync(path.join(pack, "index.ts"), 'const wrong: number = "text";\nconsole.log("started with", wrong);\n');
  });

  after(() => rmSync(pack, { recursive: true }));

  it("starts a pack without checking its types, which costs seconds", () => {
    assert.equal(run([RUN_POLICY_PACK, "127.0.0.1:1", "."]), "started with text\n");
  });

  it("compiles the sources itself in a host that does not", () => {
    assert.equal(run(["-e", "require(process.cwd())"]), "started with text\n");
  });

  it("compiles them anew when one has changed, has come or has gone, and not else", () => {
    const start = () => run([RUN_POLICY_PACK, "127.0.0.1:1", "."]);
    const build = readFileSync(path.join(pack, "build.mjs"), "utf8");
    mkdirSync(path.join(pack, "model"));
    writeFileSync(path.join(pack, "model", "word.ts"), 'export const word = "one";\n');
    writeFileSync(
      path.join(pack, "index.ts"),
      'import { word } from "./model/word";\nconsole.log("started with", word);\n',
    );
    assert.equal(start(), "started with one\n");
    writeFileSync(path.join(pack, "model", "word.ts"), 'export const word = "two";\n');
    assert.equal(start(), "started with two\n");
    writeFileSync(path.join(pack, "build.mjs"), `${build}console.error("built"); // for ${pack}\n`);
    const [first, second] = [0, 1].map(() =>
      spawnSync(process.execPath, ["-e", "require(process.cwd())"], { cwd: pack }),
    );
    assert.deepEqual([first?.stderr.toString(), second?.stderr.toString()], ["built\n", ""]);
  });

  it("starts the sources, and never a build beside them that may be older", () => {
    mkdirSync(path.join(pack, "bin"));
    writeFileSync(path.join(pack, "bin", "index.js"), 'console.log("started a build");\n');
    assert.match(run([RUN_POLICY_PACK, "127.0.0.1:1", "."]), /^started with /);
  });

  function run(args: string[]): string {
    return execFileSync(process.execPath, args, { cwd: pack, encoding: "utf8" });
  }
});

describe("the package", () => {
  let folder: string;
  let pack: string;

  before(() => {
    folder = mkdtempSync(path.join(tmpdir(), "policy-package-"));
    execFileSync("npm", ["pack", "--silent", "--pack-destination", folder], { cwd: ROOT, stdio: "ignore" });
    const [tarball = ""] = readdirSync(folder);
    execFileSync("tar", ["xzf", tarball], { cwd: folder });
    pack = path.join(folder, "package");
    mkdirSync(path.join(folder, "node_modules"));
    symlinkSync(path.join(NODE_MODULES, "@pulumi"), path.join(folder, "node_modules", "@pulumi"));
  });

  after(() => rmSync(folder, { recursive: true }));

  it("holds what runs and its papers: no sources, no tests, no settings of a compiler", () => {
    const files = readdirSync(pack, { recursive: true, encoding: "utf8" }).sort();
    assert.deepEqual(files, [
      ...["LICENSE", "PulumiPolicy.yaml", "README.md", "bin", path.join("bin", "index.js"), "main.js", "package.json"],
    ]);
    assert.equal(
      readFileSync(path.join(pack, "LICENSE"), "utf8"),
      readFileSync(path.join(ROOT, "..", "LICENSE"), "utf8"),
    );
  });

  it("asks for Pulumi's two packages and no others, in what it declares and in what it loads", () => {
    const { dependencies, ...manifest } = JSON.parse(readFileSync(path.join(pack, "package.json"), "utf8")) as {
      dependencies: Record<string, string>;
    };
    assert.deepEqual(Object.keys(dependencies), ["@pulumi/policy", "@pulumi/pulumi"]);
    // Even those for development: whoever installs in the pack's own folder gets them too.
    assert.deepEqual(
      Object.keys(manifest).filter((key) => /dependencies$/i.test(key)),
      [],
    );
    const loaded = readFileSync(path.join(pack, "bin", "index.js"), "utf8").matchAll(
      /\brequire(?:\.resolve)?\("(.*?)"\)/g,
    );
    const names = new Set([...loaded].map(([, name]) => name));
    const foreign = [...names].filter((name = "") => !isBuiltin(name));
    assert.deepEqual(foreign, ["@pulumi/policy"]);
  });

  it("holds every rule, though it has no folder of them", () => {
    const bundle = readFileSync(path.join(pack, "bin", "index.js"), "utf8");
    const listed = /\bvar rules = \[(.*?)\];/s.exec(bundle)?.[1]?.split(",") ?? [];
    assert.equal(listed.length, rules.length);
    assert.deepEqual(
      rules.filter(({ name }) => !bundle.includes(`name: "${name}"`)),
      [],
    );
  });

  it("loads neither a compiler nor @pulumi/aws: what the SDK loads for every pack, and its one file", () => {
    const empty = path.join(folder, "empty");
    mkdirSync(empty);
    writeFileSync(path.join(empty, "package.json"), '{ "name": "empty", "version": "1.0.0", "main": "index.js" }');
    writeFileSync(path.join(empty, "index.js"), 'new (require("@pulumi/policy").PolicyPack)("e", { policies: [] });\n');
    const files = (of: string): string[] => {
      const script = `
        require("@pulumi/policy");
        const { createRequire } = require("node:module");
        const grpc = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js");
        grpc.Server.prototype.bindAsync = () => undefined;
        require(${JSON.stringify(of)});
        console.log(JSON.stringify(Object.keys(require.cache)));`;
      return JSON.parse(execFileSync(process.execPath, ["-e", script], { cwd: of, encoding: "utf8" })) as string[];
    };
    const those = new Set(files(empty));
    assert.deepEqual(
      files(pack).filter((file) => !those.has(file) && path.basename(file) !== "package.json"),
      ["main.js", path.join("bin", "index.js")].map((file) => path.join(realpathSync(pack), file)),
    );
    assert.deepEqual(
      [...those].filter((file) => file.includes(path.join("@pulumi", "aws"))),
      [],
    );
  });

  it("starts, and serves", async () => {
    const child = spawn(process.execPath, [RUN_POLICY_PACK, "127.0.0.1:1", pack], { cwd: pack });
    const printed = await new Promise<string>((resolve) => {
      let output = "";
      const take = (text: string) => {
        output += text;
        if (output.includes("\n")) {
          resolve(output);
        }
      };
      child.stdout.setEncoding("utf8").on("data", take);
      child.stderr.setEncoding("utf8").on("data", take);
    });
    child.kill();
    assert.match(printed, /^\d+\n$/);
  });
});

describe("the pack's tsconfig.json", () => {
  it("says by itself what the repository's says, because the engine reads it wherever the pack is", () => {
    const options = (file: string): unknown =>
      (JSON.parse(readFileSync(path.join(ROOT, file), "utf8")) as { compilerOptions: unknown }).compilerOptions;
    assert.deepEqual(options("tsconfig.json"), options("../tsconfig.base.json"));
  });
});
