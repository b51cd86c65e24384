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

  for (const [way, source] of [
    ["works for ever", "for (;;);"],
    ["waits for ever", "setInterval(() => {}, 1000);"],
    ["works for ever once it has named its policies", `${policy("")} for (;;);`],
  ] as const) {
    it(`because it ${way} as it loads is stopped in time, and is the one that is named`, async function () {
      this.timeout(60_000);
      const report = await withPack(`console.error("half way"); ${source}`, { timeoutSeconds: 4 });
      fails(
        report,
        "timeout",
        /^policy pack \/.*\/bad did not come to serve its policies within 4 s, so it was stopped;/,
      );
      assert.match(told(report, "error"), /:\nhalf way$/);
      assert.doesNotMatch(told(report, "error"), /program/);
    });
  }

  it("by a policy that never ends is stopped in time, and is told with what it was asked", async function () {
    this.timeout(60_000);
    const report = await withPack(policy("for (;;);"), { timeoutSeconds: 5 });
    fails(
      report,
      "timeout",
      /^policy pack bad, asked .*to judge urn:\S*::big.*, did not answer within 5 s, so it was stopped/,
    );
    assert.doesNotMatch(told(report, "error"), /program/);
  });

  it("by serving what is no policy pack is stopped in time", async function () {
    this.timeout(60_000);
    const silent = `
      require("node:net").createServer(() => {}).listen(0, "127.0.0.1", function () { console.log(String(this.address().port)); });`;
    const report = await withPack(silent, { timeoutSeconds: 4 });
    fails(report, "timeout", /^policy pack \/.*\/bad, asked to take the stack's name .*, did not answer within 4 s/);
  });

  it("beside a program that never ends either is told with it", async function () {
    this.timeout(60_000);
    const program = new TemporaryProgram({ "index.js": "setInterval(() => {}, 1000);", ...pack("bad", "for (;;);") });
    try {
      const policyPacks = [{ directory: program.path("bad") }];
      const report = await program.preview({ policyPacks, timeoutSeconds: 4 });
      fails(
        report,
        "timeout",
        /^policy pack .*\/bad did not come to serve .*\nthe program did not end within 4 s, so it was/,
      );
    } finally {
      program.remove();
    }
  });

  it("by ending before it names a policy is told what it lacks", async () => {
    for (const source of ["", "process.exit(0);"]) {
      const says = /its process ended with exit code 0 and never came to `new PolicyPack`, which serves its policies$/;
      fails(await withPack(source), "pack", says);
    }
  });

  it("by naming two packs is told so", async () => {
    fails(await withPack(`${policy("")} ${policy("")}`), "pack", /Already serving policy pack 'bad'/);
  });

  it("by printing to stdout as it loads is told so, for the engine takes that for its port", async () => {
    for (const text of ["rubbish", "12345 words", "", " 8080"]) {
      const report = await withPack(`console.log(${JSON.stringify(text)}); ${policy("")}`);
      fails(
        report,
        "pack",
        /policy pack .*\/bad failed: it printed ".*" as it loaded, .*; print with console\.error instead$/,
      );
      assert.ok(told(report, "error").includes(JSON.stringify(text)));
    }
  });

  it("by printing a number that is no port of its own is told that nothing answers there", async () => {
    const asItServes = `const print = console.log; console.log = (text) => print("1\\n" + text);`;
    for (const source of [`console.log("1");`, asItServes]) {
      fails(await withPack(`${source} ${policy("")}`), "pack", /policy pack .*\/bad failed: .*127\.0\.0\.1:1/);
    }
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

  it("by printing to stdout in a policy is no failure, nor to stderr at any time: its words are the preview's", async () => {
    const report = await withPack(`console.error("12345 words"); ${policy(`console.log("in a policy");`)}`);
    assert.equal(report.ok, true, told(report));
    assert.match(told(report), /12345 words/);
    assert.match(told(report), /in a policy/);
  });
});
