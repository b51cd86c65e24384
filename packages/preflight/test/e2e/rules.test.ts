import * as assert from "node:assert/strict";
import { fixture, pack, preview, previewOf, resource, TemporaryProgram, told } from "./harness";

const MADE = JSON.stringify(fixture("made"));

describe("the engine's rules", function () {
  this.timeout(60_000);

  it("forbid a package's default provider where the configuration does, and allow an explicit one", async () => {
    const files = {
      "Pulumi.dev.yaml": `config:\n  pulumi:disable-default-providers: ["made"]\n`,
      "index.js": `
        const { Disk, Provider } = require(${MADE});
        new Disk("explicit", {}, { provider: new Provider("own", {}) });
        if (new (require("@pulumi/pulumi").Config)().getBoolean("default")) new Disk("default", {});`,
    };
    assert.equal((await previewOf(files)).ok, true);
    const refused = await previewOf(files, { config: { default: "true" } });
    assert.equal(refused.failure, "program");
    assert.match(
      told(refused, "error"),
      /Default provider for 'made' disabled\. 'made:store\/disk:Disk' must use an explicit/,
    );
  });

  it("give the default provider the stack's configuration of its package, and show it to policies alone", async () => {
    const program = new TemporaryProgram({
      "Pulumi.dev.yaml": "config:\n  made:region: north\n",
      "index.js": `new (require(${MADE}).Disk)("disk", {});`,
      ...pack(
        "pack",
        `        
        new PolicyPack("looks", { policies: [{
          name: "looks", description: "looks", enforcementLevel: "advisory",
          validateResource: (args, report) =>
            report(args.type + " " + JSON.stringify(args.type.startsWith("pulumi:providers") ? args.props : args.provider?.props)),
        }] });`,
      ),
    });
    try {
      const report = await program.preview({ policyPacks: [{ directory: program.path("pack") }] });
      const said = report.violations.map(({ message }) => message.replace("looks\n", ""));
      assert.ok(said.includes(`made:store/disk:Disk {"region":"north"}`), said.join("\n"));
      assert.deepEqual(
        report.resources.map(({ name }) => name),
        ["tried-dev", "disk"],
      );
    } finally {
      program.remove();
    }
  });

  it("leave unknown what a component made by its provider returns, and say so", async () => {
    const report = await previewOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        class Remote extends pulumi.ComponentResource {
          constructor(name, args, opts) {
            super("far:index:Remote", name, { address: undefined, ...args }, opts, true);
          }
        }
        const remote = new Remote("remote", { size: 1 });
        new pulumi.ComponentResource("near:index:User", "user", {}, { dependsOn: remote });
        exports.address = remote.address;`,
    });
    assert.equal(report.ok, true, told(report));
    assert.deepEqual(report.outputs, { address: "[unknown]" });
    const remote = resource(report, "remote");
    assert.deepEqual([remote.custom, remote.inputs], [false, { size: 1 }]);
    const warning = report.diagnostics.find(({ urn }) => urn === remote.urn);
    assert.equal(warning?.severity, "warning");
    assert.match(
      warning.message,
      /^far:index:Remote is made by a component provider, which a preview offline does not run/,
    );
  });

  it("refuse a timeout that is no duration", async () => {
    const report = await previewOf({
      "index.js": `new (require(${MADE}).Disk)("disk", {}, { customTimeouts: { create: "soon" } });`,
    });
    assert.equal(report.failure, "program");
    assert.match(told(report, "error"), /unable to parse customTimeout Value soon/);
  });

  it("turn a resource in a value into a reference", async () => {
    const report = await previewOf({
      "index.js": `
        const { Disk } = require(${MADE});
        const first = new Disk("first", { size: 3 });
        new Disk("second", { peer: first });`,
    });
    assert.equal(report.ok, true, told(report));
    const { peer } = resource(report, "second").inputs as { peer: { urn: string; id: string } };
    assert.deepEqual([peer.urn, peer.id], [resource(report, "first").urn, "[unknown]"]);
  });

  it("hold for each stack alone: two stacks of one program differ in their URNs and configuration only", async () => {
    const program = new TemporaryProgram({
      "Pulumi.dev.yaml": "config:\n  tried:size: 1\n",
      "Pulumi.prod.yaml": "config:\n  tried:size: 2\n",
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        new (require(${MADE}).Disk)("disk", { size: new pulumi.Config().requireNumber("size") });`,
    });
    try {
      const [dev, prod] = [await program.preview(), await preview(program.root, { stacks: ["prod"] })];
      assert.deepEqual([resource(dev, "disk").inputs, resource(prod, "disk").inputs], [{ size: 1 }, { size: 2 }]);
      assert.equal(resource(prod, "disk").urn, resource(dev, "disk").urn.replace(":dev::", ":prod::"));
    } finally {
      program.remove();
    }
  });
});
