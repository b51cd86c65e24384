import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import { preflight, previewOf, TemporaryProgram, told } from "./harness";

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
        principal: (await invoke("index/getServicePrincipal", { serviceName: "ec2", region: "us-east-1" })).id,
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
      principal: "ec2.us-east-1.amazonaws.com",
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
