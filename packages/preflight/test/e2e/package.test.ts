import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { type PreviewDocument } from "../../src/document";
import { pack, TemporaryProgram } from "./harness";

const PACKAGE = path.join(__dirname, "..", "..");
const COMPILER = createRequire(__filename).resolve("typescript/bin/tsc");

/** What a strict consumer compiles with, and nothing of Node.js's types, which the package must not need. */
const CONSUMER = {
  compilerOptions: {
    target: "ES2022",
    lib: ["ES2023", "DOM"],
    types: [],
    strict: true,
    exactOptionalPropertyTypes: true,
  },
};

const FILES = {
  ...pack(
    "preview/policies",
    `new PolicyPack("strict", {
      policies: [
        {
          name: "nothing-passes",
          description: "nothing passes",
          enforcementLevel: "mandatory",
          validateStack: (args, report) => report("no " + process.env.PULUMI_NODEJS_STACK),
        },
      ],
    });`,
  ),
  "preview/policies/config/dev.json": "{}",
  "shop/Pulumi.yaml": "name: shop\nruntime: { name: nodejs, options: { typescript: false } }\n",
  "shop/Pulumi.dev.yaml": "",
  "shop/package.json": `{ "name": "shop" }`,
  "shop/index.js": `exports.sold = require("@pulumi/pulumi").getStack();`,
};

/** The example of the README. */
function documented(): string {
  const readme = fs.readFileSync(path.join(PACKAGE, "README.md"), "utf8");
  const [, example] = /```ts\n(import [^]*?)```/.exec(readme) ?? [];
  assert.ok(example !== undefined, "the README shows how to import the library");
  return example;
}

function run(directory: string, command: string, args: string[]): string {
  return execFileSync(command, args, { cwd: directory, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });
}

describe("the package for npm", function () {
  this.timeout(180_000);

  let consumer: TemporaryProgram;
  let files: string[];

  before(() => {
    consumer = new TemporaryProgram(FILES);
    const packed = run(PACKAGE, "npm", ["pack", "--json", "--pack-destination", consumer.root]);
    const [{ filename, files: listed }] = JSON.parse(packed.slice(packed.indexOf("[\n"))) as [
      { filename: string; files: { path: string }[] },
    ];
    files = listed.map((file) => file.path).sort();
    const install = ["install", "--offline", "--no-save", "--no-package-lock", "--no-audit", "--no-fund", filename];
    const links = consumer.path("node_modules");
    // npm would take away what it did not install itself.
    fs.renameSync(links, consumer.path("linked"));
    run(consumer.root, "npm", install);
    fs.cpSync(consumer.path("linked"), links, { recursive: true, verbatimSymlinks: true });
  });

  after(() => consumer.remove());

  it("has the command, the library, its declarations and the licences, and neither sources nor tests", () => {
    const expected = [
      ...[
        "LICENSE",
        "README.md",
        "bin/build.js",
        "bin/library.js",
        "bin/preflight.js",
        "dist/THIRD-PARTY-LICENSES.txt",
      ],
      ...["dist/cli.js", "dist/code-cache.js", "dist/index.js", "dist/preload.js", "index.d.ts", "package.json"],
    ];
    assert.deepEqual(files, expected);
    const licences = fs.readFileSync(
      consumer.path("node_modules/@groundwork/preflight/dist/THIRD-PARTY-LICENSES.txt"),
      "utf8",
    );
    assert.match(licences, /^@grpc\/grpc-js [\d.]+: Apache-2.0\n\nApache License/m);
    assert.match(licences, /^jsonc-parser [\d.]+: MIT\n\nThe MIT License/m);
    assert.match(licences, /^yaml [\d.]+: ISC\n\nCopyright Eemeli Aro/m);
  });

  it("needs no other package, and installs the command", () => {
    assert.deepEqual(fs.readdirSync(consumer.path("node_modules", "@groundwork")), ["preflight"]);
    const args = ["--cwd", "shop", "--json", "--timeout", "60"];
    const { stacks } = JSON.parse(run(consumer.root, "node_modules/.bin/preflight", args)) as PreviewDocument;
    assert.deepEqual(
      stacks.map(({ stack, ok, outputs }) => ({ stack, ok, outputs })),
      [{ stack: "dev", ok: true, outputs: { sold: "dev" } }],
    );
  });

  for (const [format, file, module, moduleResolution] of [
    ["an ES module", "preview/documented.mts", "node16", "node16"],
    ["an ES module for a bundler", "preview/documented.mts", "esnext", "bundler"],
  ] as const) {
    it(`has what the README shows, compiled as ${format}, and it runs`, () => {
      consumer.write(file, documented());
      compile(file, { module, moduleResolution });
      assert.equal(run(consumer.path("preview"), process.execPath, ["documented.mjs"]), "1\n");
    });
  }

  it("is required from CommonJS, and its reports are those of the command", () => {
    consumer.write(
      "required.cts",
      `import { exitStatus, previewProject, PreflightError, renderSummary, terminalStyle, toJson } from "@groundwork/preflight";
      declare const process: { stdout: object };
      void previewProject({ cwd: "shop" }).then(({ document, projectFile }) => {
        console.log(exitStatus(document), projectFile, toJson(document).length > 0);
        console.log(renderSummary(document, terminalStyle(process.stdout)));
      });
      previewProject({ cwd: "/nowhere" }).catch((error) => console.log(error instanceof PreflightError, error.name));`,
    );
    compile("required.cts", { module: "node16", moduleResolution: "node16" });
    const said = run(consumer.root, process.execPath, ["required.cjs"]);
    assert.match(said, /^true PreflightError$/m);
    assert.match(said, new RegExp(`^0 ${consumer.path("shop", "Pulumi.yaml")} true$`, "m"));
    assert.match(said, /^✓ 1 stack passes: 1 resource, 0 mandatory, 0 advisory · /m);
  });

  function compile(file: string, options: object): void {
    const compilerOptions = { ...CONSUMER.compilerOptions, ...options };
    consumer.write("tsconfig.json", JSON.stringify({ compilerOptions, files: [file] }));
    run(consumer.root, process.execPath, [COMPILER, "-p", "."]);
  }
});
