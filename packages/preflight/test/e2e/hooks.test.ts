import * as assert from "node:assert/strict";
import { type StackReport } from "../../src/document";
import { fixture, previewOf, resource, told } from "./harness";

const MADE = JSON.stringify(fixture("made"));

/** The preview of a program with a hook that does this, and how it is hooked in. */
function hooked(body: string, options = "", hooks = "{ beforeCreate: [hook] }"): Promise<StackReport> {
  return previewOf({
    "index.js": `
      const pulumi = require("@pulumi/pulumi");
      const { Disk } = require(${MADE});
      const hook = new pulumi.ResourceHook("hook", async (args) => { ${body} }, { onDryRun: true, ${options} });
      const disk = new Disk("disk", { size: 1, label: pulumi.secret("hunter2") }, { hooks: ${hooks} });
      new Disk("next", { size: 2 }, { dependsOn: disk });`,
  });
}

describe("a resource hook that runs in previews", () => {
  it("runs before and after, and is told what it is about", async () => {
    const report = await hooked(
      `console.log([args.name, args.type, args.urn, args.newInputs?.size, args.newOutputs?.size].join(" | "));`,
      "",
      "{ beforeCreate: [hook], afterCreate: [hook] }",
    );
    assert.equal(report.ok, true, told(report));
    const { urn } = resource(report, "disk");
    const about = `disk | made:store/disk:Disk | ${urn} | 1 | `;
    assert.equal(told(report), `${about}\n${about}1`);
    assert.equal(JSON.stringify(report).includes("hunter2"), false);
  });

  it("stops the preview when it fails, with its error and the resource", async () => {
    const report = await hooked(`throw new Error("not on my watch");`);
    assert.equal(report.failure, "program");
    const error = report.diagnostics.find(({ severity }) => severity === "error");
    assert.match(error?.message ?? "", /^before hook "hook" failed: .*not on my watch/);
    assert.equal(error?.urn, resource(report, "disk").urn);
    assert.equal(
      report.resources.some(({ name }) => name === "next"),
      false,
      "what comes after it is not registered",
    );
  });

  it("is a warning when it fails and may", async () => {
    const report = await hooked(`throw new Error("never mind");`, "ignoreErrors: true");
    assert.equal(report.ok, true);
    assert.match(told(report, "warning"), /hook "hook" failed: .*never mind/);
    assert.ok(resource(report, "next"));
  });

  it("does not run where it does not ask for previews", async () => {
    const report = await hooked(`throw new Error("should not run");`, "onDryRun: false");
    assert.equal(report.ok, true, told(report));
    assert.equal(told(report), "");
  });

  it("does not run for a deletion, of which a preview of an empty stack has none", async () => {
    const report = await hooked(`throw new Error("should not run");`, "", "{ beforeDelete: [hook] }");
    assert.equal(told(report), "");
  });
});
