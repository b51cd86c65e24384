import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { fixture, preflight, TemporaryProgram, told } from "./harness";
import { FIND, PLAIN } from "./waiting-program";

/** A package of functions with the declarations that Pulumi generates, but without its code. */
const DECLARED = {
  "node_modules/@pulumi/made/package.json": `{ "name": "@pulumi/made" }`,
  "node_modules/@pulumi/made/getZones.d.ts": `
export interface GetZonesResult {
    readonly count: number;
    readonly names: string[];
    readonly options?: string;
}
`,
  "node_modules/@pulumi/made/net/getNet.d.ts": `
export interface GetNetResult {
    readonly id: string;
    readonly main: boolean;
    readonly parts: outputs.net.GetNetPart[];
    readonly tags: {
        [key: string]: string;
    };
}
`,
  "node_modules/@pulumi/made/types/output.d.ts": `
export declare namespace net {
    interface GetNetPart {
        /**
         * What it is called.
         */
        name: string;
    }
}
`,
};

/** A program that waits for one look-up after the other, some of which depend on those before. */
const CHAIN = {
  ...DECLARED,
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    const { Disk } = require(${JSON.stringify(fixture("made"))});
    module.exports = async () => {
      const zones = await pulumi.runtime.invoke("made:index/getZones:getZones", {});
      const net = await pulumi.runtime.invoke("made:net/getNet:getNet", { name: "main" });
      pulumi.runtime.invokeOutput("made:net/getNet:getNet", { name: "output" });
      for (const zone of zones.names) {
        new Disk(zone, { label: zone.split("-")[0], size: zones.count });
      }
      for (const { name } of net.parts) {
        await pulumi.runtime.invoke("made:net/getNet:getNet", { name: "part of " + name });
      }
      await pulumi.runtime.invoke("other:net/getNet:getNet", { tags: net.tags });
    };`,
};

describe("preflight lookups of a program that waits for one look-up after the other", function () {
  this.timeout(120_000);

  let program: TemporaryProgram;
  const record = () => preflight(["lookups", "--cwd", program.root, "--stack", "dev"]);
  const read = (): { invokes: { token: string; args: object; result: object | null }[] } =>
    JSON.parse(fs.readFileSync(program.path("lookups.dev.json"), "utf8")) as ReturnType<typeof read>;

  before(() => {
    program = new TemporaryProgram(CHAIN);
  });

  after(() => program.remove());

  it("finds them in one run, by placeholders of the type that the SDK declares, and writes none of those", async () => {
    const run = await record();
    assert.equal(run.status, 0, run.stderr);
    assert.deepEqual(
      read().invokes,
      [
        ["made:index/getZones:getZones", {}],
        ["made:net/getNet:getNet", { name: "main" }],
        ["made:net/getNet:getNet", { name: "output" }],
        ["other:net/getNet:getNet", { tags: {} }],
      ].map(([token, args]) => ({ token, args, result: null })),
    );
    assert.doesNotMatch(fs.readFileSync(program.path("lookups.dev.json"), "utf8"), /placeholder/);
  });

  it("says which of them are not certain, which were not written, and that the program ended", async () => {
    fs.rmSync(program.path("lookups.dev.json"));
    const { stdout } = await record();
    const [first, ...others] = stdout.trimEnd().split("\n");
    assert.match(
      first ?? "",
      /^dev: 7 look-ups; wrote 4 to fill in to .*lookups\.dev\.json; fill in and run this again: the program ended there/,
    );
    const net = "made:net/getNet:getNet";
    assert.deepEqual(others, [
      `  found after a placeholder, so they may change once what is before them is filled in: ${net}, other:net/getNet:getNet`,
      `  not written, for they are asked with what another answers; run this again then: ${net} (${net})`,
    ]);
  });

  it("says all that is still to fill in, and exits with 2", async () => {
    const run = await record();
    assert.equal(run.status, 2, run.stdout);
    assert.deepEqual(
      run.stderr.match(/^error: .*$/gm)?.map((line) => line.replace(/^.*json: /, "")),
      [0, 1, 2, 3].map(
        (index) => `invokes[${index}].result is still null; fill in what ${read().invokes[index]?.token} returns.`,
      ),
    );
  });

  it("is certain of what it finds once the answers are there", async () => {
    const file = read();
    const results = [{ names: ["a"], count: 1 }, { parts: [{ name: "x" }], tags: {} }, {}, {}];
    file.invokes.forEach((entry, index) => (entry.result = results[index] ?? null));
    program.write("lookups.dev.json", JSON.stringify(file));
    const { stdout } = await record();
    assert.match(stdout, /^dev: 5 look-ups; wrote 1 to fill in to [^;]*\n$/);
    assert.deepEqual(read().invokes[4], { token: "made:net/getNet:getNet", args: { name: "part of x" }, result: null });
  });

  it("gives no placeholder for a call that is refused", async () => {
    const refused = new TemporaryProgram({
      "node_modules/@pulumi/aws/iam/getPolicyDocument.d.ts": `
export interface GetPolicyDocumentResult {
    readonly json: string;
}
`,
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        module.exports = () =>
          pulumi.runtime.invoke("aws:iam/getPolicyDocument:getPolicyDocument", { version: "1" });`,
    });
    try {
      const run = await preflight(["lookups", "--cwd", refused.root, "--stack", "dev"]);
      assert.equal(run.status, 3);
      assert.match(run.stderr, /version must be 2008-10-17 or 2012-10-17, but is "1"/);
    } finally {
      refused.remove();
    }
  });

  it("gives a preview no placeholder", async () => {
    fs.rmSync(program.path("lookups.dev.json"));
    const report = await program.preview();
    assert.equal(report.failure, "configuration");
    assert.match(told(report, "error"), /no entry answers made:index\/getZones:getZones; add this/);
    assert.doesNotMatch(JSON.stringify(report), /placeholder/);
  });
});

describe("preflight lookups", function () {
  this.timeout(120_000);

  let program: TemporaryProgram;
  const record = () => preflight(["lookups", "--cwd", program.root, "--stack", "dev"]);
  const file = (): { invokes: { args: object; result: object | null }[] } =>
    JSON.parse(fs.readFileSync(program.path("lookups.dev.json"), "utf8")) as ReturnType<typeof file>;
  const fill = (index: number, result: object): void => {
    const content = file();
    const entry = content.invokes[index];
    assert.ok(entry);
    entry.result = result;
    program.write("lookups.dev.json", JSON.stringify(content, undefined, 2));
  };

  before(() => {
    program = new TemporaryProgram(PLAIN);
  });

  after(() => program.remove());

  it("writes an entry to fill in, and says that the program may ask for more", async () => {
    const run = await record();
    assert.equal(run.status, 0, run.stderr);
    assert.match(run.stdout, /^dev: 1 look-up; wrote 1 to fill in to .*lookups\.dev\.json; fill in and run this again/);
    assert.deepEqual(file().invokes, [{ token: FIND, args: { name: "first", owners: ["self"] }, result: null }]);
  });

  it("says what is still to fill in, and exits with 2", async () => {
    const run = await record();
    assert.equal(run.status, 2, run.stdout);
    assert.match(
      run.stderr,
      /^error: .*invokes\[0\]\.result is still null; fill in what made:store\/find:find returns/,
    );
  });

  it("goes on where the answer led to", async () => {
    fill(0, { next: "second" });
    assert.match((await record()).stdout, /^dev: 2 look-ups; wrote 1 to fill in to /);
    assert.deepEqual(file().invokes[1]?.args, { name: "second" });
  });

  it("has nothing to add once all are filled in, and the preview goes through", async () => {
    fill(1, { id: "disk-2" });
    const run = await record();
    assert.equal(run.status, 0);
    assert.match(run.stdout, /^dev: 2 look-ups, none missing from /);
    assert.deepEqual((await program.preview()).outputs, { id: "disk-2" });
  });

  it("tells of a program that fails before it asks, and exits as a preview would", async () => {
    const failing = new TemporaryProgram({ "index.js": `throw new Error("before it asked");` });
    try {
      const run = await preflight(["lookups", "--cwd", failing.root, "--stack", "dev"]);
      assert.equal(run.status, 3);
      assert.equal(run.stdout, "");
      assert.match(run.stderr, /before it asked/);
    } finally {
      failing.remove();
    }
  });
});
