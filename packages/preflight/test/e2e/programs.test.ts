import * as assert from "node:assert/strict";
import { previewOf, told, TYPESCRIPT_PROJECT } from "./harness";

/** What a program of this kind prints, by its outputs. */
async function outputsOf(files: Record<string, string>): Promise<Record<string, unknown>> {
  const report = await previewOf(files);
  assert.equal(report.ok, true, told(report));
  return report.outputs;
}

describe("a program is found and run", function () {
  this.timeout(120_000);

  it("as an ES module in JavaScript", async () => {
    const outputs = await outputsOf({
      "package.json": `{ "name": "tried", "type": "module" }`,
      "index.js": `import { one } from "./other.js";\nawait Promise.resolve();\nexport const sum = one + 1;`,
      "other.js": "export const one = 1;",
    });
    assert.deepEqual(outputs, { sum: 2 });
  });

  it("as an ES module in TypeScript, compiled as the SDK has it, with no types checked", async () => {
    const outputs = await outputsOf({
      ...TYPESCRIPT_PROJECT,
      "package.json": `{ "name": "tried", "type": "module" }`,
      "index.ts": `import { one } from "./other.js";\nconst two: string = 2;\nexport const sum = one + (two as any);`,
      "other.ts": "export const one: number = 1;",
      "tsconfig.json": `{ "compilerOptions": { "module": "nodenext", "moduleResolution": "nodenext", "strict": true } }`,
    });
    assert.deepEqual(outputs, { sum: 3 });
  });

  it("in TypeScript, with no types checked", async () => {
    const outputs = await outputsOf({
      ...TYPESCRIPT_PROJECT,
      "index.ts": `import { one } from "./other";\nconst two: string = 2;\nexport const sum = one + (two as any);`,
      "other.ts": "export const one: number = 1;",
    });
    assert.deepEqual(outputs, { sum: 3 });
  });

  it("with CommonJS files that say so by their ending", async () => {
    const outputs = await outputsOf({
      ...TYPESCRIPT_PROJECT,
      "index.ts": `export const { one } = require("./other.cts") as { one: number };`,
      "other.cts": "export const one: number = 1;",
    });
    assert.deepEqual(outputs, { one: 1 });
  });

  it("with ES modules that say so by their ending in the only package where Node.js takes them, an ES module", async () => {
    const files = {
      "Pulumi.yaml": "name: tried\nmain: index.mts\nruntime: nodejs\n",
      "index.mts": "export const one: number = 1;",
    };
    const refused = await previewOf(files);
    assert.match(told(refused, "error"), /Must use import to load ES Module: .*index\.mts/);
    const outputs = await outputsOf({ ...files, "package.json": `{ "name": "tried", "type": "module" }` });
    assert.deepEqual(outputs, { one: 1 });
  });

  it("with a tsconfig.json of another name, which extends another", async () => {
    const outputs = await outputsOf({
      "Pulumi.yaml": "name: tried\nruntime: { name: nodejs, options: { tsconfig: config/pulumi.json } }\n",
      "config/pulumi.json": `{ "extends": "../base", /* with a comment */ "compilerOptions": { "jsx": "react" }, }`,
      "base.json": `{ "compilerOptions": { "module": "commonjs", "jsxFactory": "make" } }`,
      "index.ts": `export const { page } = require("./page");`,
      "page.tsx": `const make = (tag: string) => "made " + tag;\nexport const page = <p></p>;`,
    });
    assert.deepEqual(outputs, { page: "made p" });
  });

  it("with a tsconfig.json whose options alone do not go with what the SDK adds to them", async () => {
    for (const compilerOptions of [`"module": "commonjs"`, `"module": "es2022"`, `"moduleResolution": "node"`]) {
      const outputs = await outputsOf({
        ...TYPESCRIPT_PROJECT,
        "tsconfig.json": `{ "compilerOptions": { ${compilerOptions} } }`,
        "index.ts": "export const one: number = 1;",
      });
      assert.deepEqual(outputs, { one: 1 });
    }
  });

  it("in the directory that main names", async () => {
    const outputs = await outputsOf({
      "Pulumi.yaml": "name: tried\nmain: src\nruntime: nodejs\n",
      "src/index.ts": `export const directory = process.cwd().split("/").pop();`,
    });
    assert.deepEqual(outputs, { directory: "src" });
  });

  it("by the file that main names", async () => {
    const outputs = await outputsOf({
      "Pulumi.yaml": "name: tried\nmain: src/entry.ts\nruntime: nodejs\n",
      "src/entry.ts": `export const file = __filename.split("/").pop();`,
      "src/index.ts": `throw new Error("not this one");`,
    });
    assert.deepEqual(outputs, { file: "entry.ts" });
  });

  it("by main in package.json", async () => {
    const outputs = await outputsOf({
      "package.json": `{ "name": "tried", "main": "lib/start.js" }`,
      "lib/start.js": "exports.started = true;",
    });
    assert.deepEqual(outputs, { started: true });
  });

  it("by exports in package.json", async () => {
    const outputs = await outputsOf({
      "package.json": `{ "name": "tried", "exports": { ".": { "default": "./lib/start.js" } } }`,
      "lib/start.js": "exports.started = true;",
    });
    assert.deepEqual(outputs, { started: true });
  });

  it("with the arguments for Node.js that its project names", async () => {
    const outputs = await outputsOf({
      "Pulumi.yaml":
        "name: tried\nruntime: { name: nodejs, options: { typescript: false, nodeargs: '--no-deprecation --require ./set.js' } }\n",
      "set.js": "global.wasSet = process.noDeprecation;",
      "index.js": "exports.wasSet = wasSet;",
    });
    assert.deepEqual(outputs, { wasSet: true });
  });

  it("as a function that it exports, and what that resolves to", async () => {
    const outputs = await outputsOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        module.exports = async () => {
          await new Promise((resolve) => setTimeout(resolve, 20));
          return { later: pulumi.output("done") };
        };`,
    });
    assert.deepEqual(outputs, { later: "done" });
  });

  it("with threads and processes of its own, which are left alone", async () => {
    const outputs = await outputsOf({
      "index.js": `
        const { fork, execFileSync } = require("node:child_process");
        const { Worker } = require("node:worker_threads");
        const answer = (of) => new Promise((resolve, reject) => of.once("message", resolve).once("error", reject));
        module.exports = async () => {
          const child = fork(__dirname + "/child.js");
          child.send("ping");
          return {
            process: await answer(child),
            thread: await answer(new Worker(__dirname + "/thread.js")),
            command: execFileSync(process.execPath, ["-p", "6 * 7"], { encoding: "utf8" }).trim(),
          };
        };`,
      "child.js": `
        require("@pulumi/pulumi");
        process.on("message", (message) => {
          process.send("pong to " + message);
          process.disconnect();
        });`,
      "thread.js": `
        const pulumi = require("@pulumi/pulumi");
        require("node:worker_threads").parentPort.postMessage(typeof pulumi.output);`,
    });
    assert.deepEqual(outputs, { process: "pong to ping", thread: "function", command: "42" });
  });

  it("with a function that becomes a cloud's, serialised as ever", async () => {
    const outputs = await outputsOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        const greeting = "hello";
        module.exports = async () => {
          const { text } = await pulumi.runtime.serializeFunction(() => greeting + require("node:path").sep);
          return { captured: text.includes('greeting: "hello"') };
        };`,
    });
    assert.deepEqual(outputs, { captured: true });
  });

  it("with such a function that refers to a resource whose outputs nobody has read", async () => {
    const outputs = await outputsOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        class Thing extends pulumi.CustomResource {}
        const textOf = async (name, outputs) => {
          const thing = new Thing("made:index:Thing", name, { size: 8, arn: undefined });
          outputs(thing);
          const { text } = await pulumi.runtime.serializeFunction(() => [thing.size.get(), thing]);
          return text.replaceAll(name, "thing");
        };
        module.exports = async () => ({
          read: await textOf("read", Object.values),
          unread: await textOf("unread", Object.keys),
        });`,
    });
    assert.match(outputs["unread"] as string, /thing_size\.value = 8/);
    assert.equal(outputs["unread"], outputs["read"]);
  });

  it("with a provider that it defines itself, which is not run", async () => {
    const report = await previewOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        const provider = { create: async (inputs) => ({ id: "1", outs: { ...inputs, made: true } }) };
        class Thing extends pulumi.dynamic.Resource {
          constructor(name, args) {
            super(provider, name, { made: undefined, ...args }, undefined, "shop", "Thing");
          }
        }
        const thing = new Thing("thing", { wish: "new" });
        exports.wish = thing.wish;
        exports.made = thing.made;`,
    });
    assert.equal(report.ok, true, told(report));
    const thing = report.resources.find(({ name }) => name === "thing");
    assert.equal(thing?.urn, "urn:pulumi:dev::tried::pulumi-nodejs:dynamic/shop:Thing::thing");
    assert.deepEqual(thing?.inputs, { wish: "new" });
    assert.deepEqual(report.outputs, { wish: "new", made: "[unknown]" });
  });

  it("through 5 MB of output, none of which is lost", async () => {
    const report = await previewOf({
      "index.js": `
        for (let line = 0; line < 50_000; line += 1) console.log(String(line).padStart(100, " "));
        process.stdout.write("the end");`,
    });
    assert.equal(report.ok, true);
    const lines = told(report).split("\n");
    assert.equal(lines.length, 50_001);
    assert.equal(lines.at(-1), "the end");
  });

  it("through components nested a hundred deep", async () => {
    const report = await previewOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        let parent;
        for (let depth = 0; depth < 100; depth += 1) {
          parent = new pulumi.ComponentResource("tried:index:Nest", "nest-" + depth, {}, { parent });
        }
        exports.urn = parent.urn;`,
    });
    assert.equal(report.ok, true, told(report));
    const types = Array.from({ length: 100 }, () => "tried:index:Nest").join("$");
    assert.equal(report.outputs["urn"], `urn:pulumi:dev::tried::${types}::nest-99`);
  });
});
