import * as assert from "node:assert/strict";
import { type StackReport } from "../../src/document";
import { fixture, preview, previewOf, resource, told } from "./harness";
import { FIND, PLAIN } from "./waiting-program";

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
