import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { type StackReport } from "../../src/document";
import { fixture, preflight, preview, previewOf, resource, TemporaryProgram, told } from "./harness";

const FIND = "made:store/find:find";

/** A program that waits for a look-up before it makes anything. */
const PLAIN = {
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    module.exports = async () => {
      const found = await pulumi.runtime.invoke(${JSON.stringify(FIND)}, { name: "first", owners: ["self"] });
      const next = await pulumi.runtime.invoke(${JSON.stringify(FIND)}, { name: found.next });
      return { id: next.id };
    };`,
};

describe("look-ups with their entries", () => {
  let report: StackReport;

  before(async function () {
    this.timeout(120_000);
    report = await preview(fixture("lookups"));
  });

  it("go through without a word", () => {
    assert.equal(told(report), "Undefined value (absent) will not show as a stack output.");
    assert.equal(report.ok, true);
  });

  it("answer a call, in its Promise form and in its Output form", () => {
    assert.equal(report.outputs["plain"], 16);
    assert.equal(report.outputs["output"], "disk-1");
    assert.equal(resource(report, "user").inputs["label"], "disk-1");
  });

  it("answer a resource's method, whose arguments are outputs", () => assert.equal(report.outputs["grown"], 10));

  it("stay secret where they were asked for with a secret", () => assert.equal(report.outputs["other"], "[secret]"));

  it("leave unknown what is asked with an unknown argument", () => {
    assert.equal(report.outputs["ofUnknown"], "[unknown]");
  });

  it("answer for another stack", () => {
    assert.equal(report.outputs["vpcId"], "vpc-1");
    assert.deepEqual(report.outputs["required"], ["a", "b"]);
    assert.equal(report.outputs["details"], "vpc-1");
    assert.equal("absent" in report.outputs, false);
  });

  it("answer for a resource that is read, which belongs to nobody here", () => {
    assert.equal(report.outputs["arn"], "arn:9");
    assert.equal(report.outputs["size"], 9);
    const { external, custom, urn } = resource(report, "read");
    assert.deepEqual([external, custom, urn], [true, true, "urn:pulumi:dev::lookups::made:store/disk:Disk::read"]);
    assert.deepEqual(resource(report, "user").inputs["tags"], { read: "read" });
  });
});

describe("look-ups without their entries", () => {
  let report: StackReport;

  before(async function () {
    this.timeout(120_000);
    report = await preview(fixture("lookups"), { stacks: ["bare"] });
  });

  it("are unknown where the program does not wait for them", () => {
    assert.equal(report.ok, true, told(report));
    const { plain, details, ...rest } = report.outputs;
    assert.deepEqual([plain, details], ["not asked for", "not asked for"]);
    assert.deepEqual([...new Set(Object.values(rest))], ["[unknown]"]);
    assert.deepEqual(resource(report, "user").inputs, { label: "[unknown]", tags: { read: "[unknown]" } });
  });

  it("are each told once, with the entry to add", () => {
    const warnings = told(report, "warning");
    for (const text of [
      `"name": "first"`,
      `"name": "second"`,
      "no entry has the outputs of the stack organization/network/dev",
      "no entry has the state of made:store/disk:Disk disk-9",
    ]) {
      assert.equal(warnings.split(text).length, 2, `${text}\n\n${warnings}`);
    }
  });

  it("show no secret of their arguments", () => assert.equal(JSON.stringify(report).includes("hunter2"), false));

  it("are one error, with the entry to add, where the program waits for them", async () => {
    const failed = await previewOf(PLAIN);
    assert.equal(failed.failure, "configuration");
    const errors = failed.diagnostics.filter(({ severity }) => severity === "error");
    assert.equal(errors.length, 1, told(failed));
    assert.match(errors[0]?.message ?? "", /lookups\.dev\.json: no entry answers made:store\/find:find; add this/);
    assert.match(errors[0]?.message ?? "", /"owners": \["self"\]/);
    assert.doesNotMatch(told(failed), /\n {4}at |preflight:missing/);
  });

  it("are no entry where a program handles the error itself", async () => {
    const report = await previewOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        module.exports = async () => ({
          id: await pulumi.runtime.invoke(${JSON.stringify(FIND)}, {}).then(({ id }) => id, () => "fallback"),
        });`,
    });
    assert.equal(report.ok, true);
    assert.deepEqual(report.outputs, { id: "fallback" });
    assert.match(told(report, "warning"), /no entry answers made:store\/find:find/);
  });
});

/** A program that asks for functions of AWS through several providers. */
const PURE = {
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    class Aws extends pulumi.ProviderResource {
      constructor(name, args) { super("aws", name, args); }
    }
    const invoke = (name, args, options) =>
      pulumi.runtime.invoke("aws:" + name + ":" + name.split("/")[1], args, options);
    module.exports = async () => {
      const dublin = new Aws("dublin", { region: "eu-west-1" });
      const region = async (...args) => (await invoke("index/getRegion", ...args)).region;
      const statements = [{ actions: ["s3:*"], resources: [pulumi.secret("arn:hunter2")] }];
      return {
        configured: await region({}),
        explicit: await region({}, { provider: dublin }),
        own: await region({ region: "us-east-1" }, { provider: dublin }),
        partition: (await invoke("index/getPartition", {})).partition,
        recorded: (await invoke("index/getServicePrincipal", { serviceName: "s3" })).name,
        computed: (await invoke("index/getServicePrincipal", { serviceName: "ec2" })).name,
        document: pulumi.runtime.invokeOutput("aws:iam/getPolicyDocument:getPolicyDocument", { statements }).minifiedJson,
      };
    };`,
  "Pulumi.dev.yaml": "config:\n  aws:region: eu-central-1\n",
  "lookups.dev.json": JSON.stringify({
    invokes: [
      {
        token: "aws:index/getServicePrincipal:getServicePrincipal",
        args: { serviceName: "s3" },
        result: { name: "recorded" },
      },
      { token: "aws:index/getPartition:getPartition", args: {}, result: null },
    ],
  }),
};

describe("functions that AWS's provider answers without asking AWS", function () {
  this.timeout(120_000);

  it("need no entry: the Region is the call's, its provider's or the configuration's", async () => {
    const report = await previewOf(PURE);
    assert.equal(report.ok, true, told(report));
    assert.deepEqual(report.outputs, {
      configured: "eu-central-1",
      explicit: "eu-west-1",
      own: "us-east-1",
      partition: "aws",
      recorded: "recorded",
      computed: "ec2.amazonaws.com",
      document: "[secret]",
    });
    assert.equal(told(report), "");
  });

  it("are looked up where no Region is known, and say why they are not computed", async () => {
    const report = await previewOf({ ...PURE, "Pulumi.dev.yaml": "" });
    assert.equal(report.failure, "configuration");
    assert.match(
      told(report, "error"),
      /no entry answers aws:index\/getRegion:getRegion, and it cannot be computed: neither the call nor its provider names a Region; set aws:region in the stack's configuration; add this to "invokes"/,
    );
  });

  it("refuse what AWS's provider refuses, in both forms", async () => {
    const call = `("aws:iam/getPolicyDocument:getPolicyDocument", { statements: [{ effect: "Alow" }] })`;
    for (const form of [`await pulumi.runtime.invoke${call}`, `pulumi.runtime.invokeOutput${call}`]) {
      const report = await previewOf({
        "index.js": `
          const pulumi = require("@pulumi/pulumi");
          module.exports = async () => ({ document: ${form} });`,
      });
      assert.equal(report.failure, "program");
      assert.match(
        told(report, "error"),
        /aws:iam\/getPolicyDocument:getPolicyDocument: statements\[0\]\.effect must be Allow or Deny, but is "Alow"/,
      );
    }
  });

  it("are nothing to record", async () => {
    const program = new TemporaryProgram(PURE);
    try {
      const before = fs.readFileSync(program.path("lookups.dev.json"), "utf8");
      const run = await preflight(["lookups", "--cwd", program.root, "--stack", "dev"]);
      assert.match(run.stdout, /^dev: 1 look-up, none missing from /);
      assert.equal(fs.readFileSync(program.path("lookups.dev.json"), "utf8"), before);
    } finally {
      program.remove();
    }
  });
});

describe("recorded answers that hold secrets", function () {
  this.timeout(120_000);

  const MADE = "aws:db/getCluster:getCluster";
  let report: StackReport;

  before(async () => {
    report = await previewOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        class Thing extends pulumi.CustomResource {
          constructor(name, args, opts) { super("aws:db/thing:Thing", name, { password: undefined, ...args }, opts); }
        }
        module.exports = async () => {
          const plain = await pulumi.runtime.invoke(${JSON.stringify(MADE)}, {});
          const output = pulumi.runtime.invokeOutput(${JSON.stringify(MADE)}, {});
          const other = new pulumi.StackReference("acme/db/dev");
          const read = new Thing("read", {}, { id: "thing-1" });
          new Thing("user", { password: plain.password, name: plain.name, of: other.getOutput("password") });
          console.log("logged " + plain.password);
          return {
            output,
            password: other.getOutput("password"),
            name: other.getOutput("name"),
            details: (await other.getOutputDetails("password")).secretValue === "hunter3-password",
            read: read.password,
          };
        };`,
      "lookups.dev.json": JSON.stringify({
        invokes: [{ token: MADE, result: { name: "main", password: { "fn::secret": "hunter2-password" } } }],
        stackReferences: { "acme/db/dev": { name: "db", password: { "fn::secret": "hunter3-password" } } },
        reads: [
          { type: "aws:db/thing:Thing", id: "thing-1", state: { password: { "fn::secret": "hunter4-password" } } },
        ],
      }),
    });
  });

  it("stay secret for the program: in the Output form, of another stack and of a resource that is read", () => {
    assert.equal(report.ok, true, told(report));
    assert.deepEqual(report.outputs, {
      output: "[secret]",
      password: "[secret]",
      name: "db",
      details: true,
      read: "[secret]",
    });
  });

  it("are hidden in the Promise form too, where the SDK forgets that they are secret", () => {
    assert.deepEqual(resource(report, "user").inputs, { password: "[secret]", name: "main", of: "[secret]" });
    assert.match(told(report), /logged \[secret\]/);
  });

  it("are nowhere in the report", () => assert.doesNotMatch(JSON.stringify(report), /hunter\d-password/));
});

describe("entries in several Regions", function () {
  this.timeout(120_000);

  const AMI = "aws:ec2/getAmi:getAmi";
  const program = (invokes: object[]) => ({
    "Pulumi.dev.yaml": "config:\n  aws:region: eu-central-1\n",
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      class Aws extends pulumi.ProviderResource {
        constructor(name, args) { super("aws", name, args); }
      }
      module.exports = async () => {
        const dublin = new Aws("dublin", { region: "eu-west-1" });
        const find = async (options) => (await pulumi.runtime.invoke(${JSON.stringify(AMI)}, {}, options)).id;
        return { frankfurt: await find(), dublin: await find({ provider: dublin }) };
      };`,
    "lookups.dev.json": JSON.stringify({ invokes }),
  });

  it("answer each for its own", async () => {
    const report = await previewOf(
      program([
        { token: AMI, region: "eu-central-1", result: { id: "ami-1" } },
        { token: AMI, region: "eu-west-1", result: { id: "ami-2" } },
      ]),
    );
    assert.deepEqual(report.outputs, { frankfurt: "ami-1", dublin: "ami-2" });
    assert.equal(told(report), "");
  });

  it("are told of where one answers both alike", async () => {
    const report = await previewOf(program([{ token: AMI, result: { id: "ami-1" } }]));
    assert.equal(report.ok, true);
    assert.match(
      told(report, "warning"),
      /lookups\.dev\.json: invokes\[0\] answers aws:ec2\/getAmi:getAmi alike in the Regions eu-central-1 and eu-west-1; /,
    );
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
