import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { type StackReport } from "../../src/document";
import { previewProject } from "../../src/preview/preview-project";
import { type TemporaryDirectory, within } from "../project/temporary";
import { preview, previewOf, previewOptions, TemporaryProgram, told, TYPESCRIPT_PROJECT } from "./harness";

/** A program whose stacks each fail in their own way: the stack's name is that of the module it runs. */
const WAYS: Record<string, string> = {
  throws: `
import { boom } from "../boom";
interface Wish { what: string }
const wish: Wish = { what: "a stone" };
boom(wish.what);`,
  rejects: `
import * as pulumi from "@pulumi/pulumi";
export const hopes = pulumi.output("a promise").apply((text) => Promise.reject(new Error("broke " + text)));`,
  unhandled: `
void Promise.reject(new Error("nobody listened"));
setTimeout(() => undefined, 50);`,
  "throws-text": `throw "only text";`,
  "run-error": `
import * as pulumi from "@pulumi/pulumi";
throw new pulumi.RunError("refused on purpose");`,
  "exits-3": `process.exit(3);`,
  "exits-0": `
import * as pulumi from "@pulumi/pulumi";
new pulumi.ComponentResource("tried:index:Thing", "thing");
process.exit(0);`,
  killed: `process.kill(process.pid, "SIGKILL");`,
  syntax: `
const fine = 1;
const broken: = 2;`,
  "no-module": `import "no-such-module";`,
  "no-file": `import "./no-such-file";`,
  duplicate: `
import * as pulumi from "@pulumi/pulumi";
class Thing extends pulumi.ComponentResource {
  constructor(name: string) {
    super("tried:index:Thing", name);
    this.registerOutputs({});
  }
}
for (const name of ["twin", "twin", "other", "twin"]) {
  new Thing(name);
}
pulumi.output("later").apply(() => new Thing("third"));`,
  "no-type": `
import * as pulumi from "@pulumi/pulumi";
new pulumi.CustomResource("thing", "thing");`,
  "no-config": `
import * as pulumi from "@pulumi/pulumi";
new pulumi.Config("network").require("cidr");`,
  "wrong-config": `
import * as pulumi from "@pulumi/pulumi";
new pulumi.Config().requireNumber("count");`,
};

const SHARED = `
export function boom(what: string): never {
  throw new Error("thrown: " + what);
}`;

const FILES = {
  ...TYPESCRIPT_PROJECT,
  "index.ts": `import * as pulumi from "@pulumi/pulumi";\nmodule.exports = require("./ways/" + pulumi.getStack());\n`,
  "boom.ts": SHARED.trim(),
  ...Object.fromEntries(Object.entries(WAYS).map(([name, text]) => [`ways/${name}.ts`, `${text.trim()}\n`])),
  ...Object.fromEntries(Object.keys(WAYS).map((name) => [`Pulumi.${name}.yaml`, ""])),
  "Pulumi.wrong-config.yaml": "config:\n  tried:count: many\n",
};

describe("a program that fails", () => {
  let program: TemporaryProgram;
  let reports: Map<string, StackReport>;

  before(async function () {
    this.timeout(180_000);
    program = new TemporaryProgram(FILES);
    const { document } = await previewProject(previewOptions(program.root, { stacks: Object.keys(WAYS) }));
    reports = new Map(document.stacks.map((report) => [report.stack, report]));
  });

  after(() => program.remove());

  function fails(stack: string, kind: string, says: RegExp): void {
    const report = reports.get(stack) as StackReport;
    assert.equal(report.failure, kind, told(report));
    assert.equal(report.ok, false);
    assert.match(told(report, "error"), says);
    assert.doesNotMatch(told(report), /preload\.js|dist[\\/]cli\.js|src[\\/]engine/, "a stack trace of ours");
  }

  it("by a throw is told with the file and line of the source, which is TypeScript", () => {
    fails("throws", "program", /thrown: a stone\n {4}at boom \(.*boom\.ts:2:9\)\n {4}at .*throws\.ts:4:/);
  });

  it("by a rejected output is told with its line", () => {
    fails("rejects", "program", /broke a promise[^]*rejects\.ts:2:/);
  });

  it("by a rejection that nobody handles is told", () => fails("unhandled", "program", /nobody listened/));

  it("by throwing what is no error is told", () => fails("throws-text", "program", /only text/));

  it("by an error for the user is told in its own words, without a stack trace", () => {
    fails("run-error", "program", /^refused on purpose$/);
  });

  it("by an exit code is told with it", () => fails("exits-3", "program", /exited with non-zero exit code 3/));

  it("by exiting early, though without a code, has not previewed everything", () => {
    fails("exits-0", "program", /exited with non-zero exit code 1/);
    assert.match(told(reports.get("exits-0") as StackReport), /promises were still active/);
  });

  it("by a signal is told with it", () => fails("killed", "program", /ended by signal SIGKILL/));

  it("by its syntax is told with the file and line", () => {
    fails("syntax", "program", /ways\/syntax\.ts\(2,15\): error TS1110/);
  });

  it("by a module that is not installed is told with the module and who asked for it", () => {
    fails("no-module", "program", /Cannot find module 'no-such-module'[^]*no-module\.ts/);
  });

  it("by a file that is not there is told with the file", () => {
    fails("no-file", "program", /Cannot find module '\.\/no-such-file'/);
  });

  it("by several resources of one URN is told once, with the URN, as the engine words it", () => {
    const urn = "urn:pulumi:duplicate::tried::tried:index:Thing::twin";
    const report = reports.get("duplicate") as StackReport;
    fails("duplicate", "program", new RegExp(`Duplicate resource URN '${urn}'; try giving it a unique name`));
    const errors = report.diagnostics.filter(({ severity }) => severity === "error");
    assert.deepEqual(
      errors.map((error) => error.urn),
      [urn],
      told(report),
    );
    assert.equal(report.resources.filter((resource) => resource.urn === urn).length, 1);
  });

  it("by a type that is none is told with the form it should have", () => {
    fails("no-type", "program", /Type 'thing' is not a valid type token \(must have format '\*:\*:\*'\)/);
  });

  it("by a configuration key that it requires and misses is told with the file to add it to", () => {
    fails("no-config", "configuration", /^.*Pulumi\.no-config\.yaml: .*network:cidr.*--config network:cidr=VALUE$/);
  });

  it("by a configuration value of another type is told with the file and the value", () => {
    fails(
      "wrong-config",
      "configuration",
      /^.*Pulumi\.wrong-config\.yaml: .*'tried:count' value 'many' is not a valid number$/,
    );
  });
});

describe("a program without", () => {
  it("the SDK is told to install it", () =>
    within({ "Pulumi.yaml": "name: bare\nruntime: nodejs\n", "Pulumi.dev.yaml": "" }, async (directory) => {
      const report = await preview(directory.root);
      assert.equal(report.failure, "configuration");
      assert.match(told(report), /^project bare: @pulumi\/pulumi\/cmd\/run is not installed for .*; run `npm install`/);
    }));

  it("an entry point is told where it was looked for", async () => {
    const report = await previewOf({});
    assert.equal(report.failure, "configuration");
    assert.match(told(report), /failed to locate the entry point for your program/);
  });
});

describe("a program that passes in the engine, and yet deserves a word", () => {
  it("waits for what never settles: its outputs are missing", async () => {
    const report = await previewOf({ "index.js": "module.exports = async () => await new Promise(() => undefined);" });
    assert.equal(report.ok, true);
    assert.match(told(report, "warning"), /^the program ended while it waited for a promise that never settles/);
  });

  it("logs an error", async () => {
    const report = await previewOf({ "index.js": `require("@pulumi/pulumi").log.error("logged on purpose");` });
    assert.equal(report.ok, true);
    assert.equal(told(report, "error"), "logged on purpose");
  });
});

describe("two previews at once", () => {
  it("each end with a verdict, whatever becomes of the other", async () => {
    const program = new TemporaryProgram({
      "Pulumi.bad.yaml": "",
      "index.js": `if (require("@pulumi/pulumi").getStack() === "bad") throw new Error("only here");`,
    });
    try {
      const { document } = await previewProject(previewOptions(program.root, { stacks: [], parallel: 2 }));
      assert.deepEqual(
        document.stacks.map(({ stack, ok }) => [stack, ok]),
        [
          ["bad", false],
          ["dev", true],
        ],
      );
    } finally {
      program.remove();
    }
  });

  it("leave nothing behind in the program's directory", async () => {
    const program = new TemporaryProgram({ ...TYPESCRIPT_PROJECT, "index.ts": "export const one = 1;" });
    try {
      const before = listing(program);
      assert.equal((await program.preview()).ok, true);
      assert.deepEqual(listing(program), before);
    } finally {
      program.remove();
    }
  });
});

/** The files at the top of a directory; compiled programs are kept below node_modules. */
function listing(directory: TemporaryDirectory): string[] {
  return fs.readdirSync(directory.root).sort();
}
