import * as assert from "node:assert/strict";
import { type PreviewOptions } from "../../src/preview-options";
import { type StackReport } from "../../src/document";
import { fixture, pack, TemporaryProgram, told } from "./harness";

const PROGRAM = {
  "index.js": `
    const { Disk } = require(${JSON.stringify(fixture("made"))});
    new Disk("big", {});`,
};

describe("a policy pack that fails", () => {
  async function withPack(
    source: string,
    options: PreviewOptions = {},
    files: Record<string, string> = {},
  ): Promise<StackReport> {
    const program = new TemporaryProgram({ ...PROGRAM, ...pack("bad", source), ...files });
    try {
      return await program.preview({ policyPacks: [{ directory: program.path("bad") }], ...options });
    } finally {
      program.remove();
    }
  }

  const policy = (body: string): string => `
    new PolicyPack("bad", {
      policies: [
        {
          name: "crashes",
          description: "crashes",
          enforcementLevel: "mandatory",
          validateResource: (args, report) => { if (args.name === "big") { ${body} } },
        },
      ],
    });`;

  function fails(report: StackReport, kind: string, says: RegExp): void {
    assert.equal(report.ok, false);
    assert.equal(report.failure, kind, told(report));
    assert.match(told(report, "error"), says);
    assert.doesNotMatch(told(report), /preload\.js|dist[\\/]cli\.js|src[\\/]policies/, "a stack trace of ours");
  }

  it("as it loads is told with its error and line", async () => {
    fails(await withPack(`throw new Error("no policies today");`), "pack", /no policies today[^]*index\.js:2:/);
  });

  it("by a missing module is told", async () => {
    fails(await withPack(`require("no-such-module");`), "pack", /Cannot find module 'no-such-module'/);
  });

  it("by ending its process in a policy is told with how it ended", async () => {
    fails(await withPack(policy("process.exit(7);")), "pack", /policy pack bad failed: .*exit code 7/);
  });

  it("by an error in a policy is told with the policy and the error", async () => {
    fails(
      await withPack(policy(`throw new Error("bug in a policy");`)),
      "pack",
      /policy pack bad failed: .*bug in a policy/s,
    );
  });

  it("by never starting is stopped in time", async function () {
    this.timeout(60_000);
    const report = await withPack("for (;;);", { timeoutSeconds: 4 });
    fails(report, "timeout", /did not end within 4 s/);
  });

  it("by a syntax error is told with the line", async () => {
    fails(await withPack("const = 1;"), "pack", /SyntaxError: Unexpected token '='/);
  });

  it("by a tsconfig.json that extends a missing file is told in TypeScript's words and no others", async () => {
    const files = { "bad/tsconfig.json": `{ "extends": "../nowhere.json" }` };
    const says = /ended with exit code 1:\nTSError: .*\nerror TS5083: Cannot read file '.*nowhere\.json'\.$/;
    fails(await withPack(`new PolicyPack("bad", { policies: [] });`, {}, files), "pack", says);
  });

  it("by a compiler's option that is none is told each time, though it is all JavaScript", async function () {
    this.timeout(60_000);
    const source = `new PolicyPack("bad", { policies: [] });`;
    const program = new TemporaryProgram({ ...PROGRAM, ...pack("bad", source) });
    const preview = () => program.preview({ policyPacks: [{ directory: program.path("bad") }] });
    try {
      program.write("bad/tsconfig.json", `{ "compilerOptions": { "strict": true } }`);
      assert.equal((await preview()).ok, true);
      program.write("bad/tsconfig.json", `{ "compilerOptions": { "strickt": true } }`);
      fails(await preview(), "pack", /error TS5025: Unknown compiler option 'strickt'\. Did you mean 'strict'\?$/);
      fails(await preview(), "pack", /error TS5025: Unknown compiler option 'strickt'/);
    } finally {
      program.remove();
    }
  });

  it("by arguments for Node.js that the SDK's host takes for its own is told in the host's words", async () => {
    const runtime = "runtime: { name: nodejs, options: { nodeargs: --enable-source-maps } }\n";
    const report = await withPack("", {}, { "bad/PulumiPolicy.yaml": runtime });
    fails(report, "pack", /ended with exit code 255:\nusage: RUN <engine-address> <program>$/);
  });

  it("by having no PulumiPolicy.yaml is told before anything runs", async () => {
    const program = new TemporaryProgram(PROGRAM);
    try {
      const report = await program.preview({ policyPacks: [{ directory: program.path("nowhere") }] });
      fails(report, "configuration", /nowhere/);
      assert.deepEqual(report.resources, []);
    } finally {
      program.remove();
    }
  });

  it("by printing to stdout is no failure: its words are the preview's", async () => {
    const report = await withPack(`console.log("12345 words"); ${policy(`console.log("in a policy");`)}`);
    assert.equal(report.ok, true, told(report));
    assert.match(told(report), /12345 words/);
    assert.match(told(report), /in a policy/);
  });
});
