import * as assert from "node:assert/strict";
import { type StackReport } from "../../src/document";
import { fixture, previewOf, resource, told } from "./harness";

const MADE = JSON.stringify(fixture("made"));
const DISK = JSON.stringify("made:store/disk:Disk");

const PROGRAM = {
  "lookups.dev.json": JSON.stringify({
    invokes: [{ token: "made:store/find:find", args: { name: "transformed" }, result: { id: "disk-1" } }],
  }),
  "index.js": `
    const pulumi = require("@pulumi/pulumi");
    const { Disk, Shelf, findOutput } = require(${MADE});
    const owner = new Disk("owner", { size: 1 });

    pulumi.runtime.registerResourceTransform(async ({ type, name, props, opts }) => {
      await Promise.resolve();
      if (type !== ${DISK} || !name.startsWith("by-stack")) return undefined;
      return { props: { ...props, label: "stack" }, opts: pulumi.mergeOptions(opts, { protect: true }) };
    });
    pulumi.runtime.registerInvokeTransform(({ args, opts }) => ({ args: { ...args, name: "transformed" }, opts }));

    new Disk("by-stack", { size: 1 });
    new Disk("by-both", { size: 1 }, {
      transforms: [
        ({ props, opts }) => ({ props: { ...props, size: props.size + 1 }, opts }),
        ({ props, opts }) => ({ props: { ...props, size: props.size * 10, label: owner.arn }, opts }),
      ],
    });
    new Shelf("by-parent", {}, {
      transforms: [
        ({ type, props, opts }) =>
          type === ${DISK} ? { props: { ...props, size: 77 }, opts: pulumi.mergeOptions(opts, { dependsOn: owner, retainOnDelete: true }) } : undefined,
      ],
    });
    new Shelf("by-old", {}, {
      transformations: [
        ({ type, props, opts }) => (type === ${DISK} ? { props: { ...props, size: 88 }, opts: { ...opts, ignoreChanges: ["size"] } } : undefined),
      ],
    });
    new Disk("depends", {}, {
      transforms: [({ props, opts }) => ({ props, opts: pulumi.mergeOptions(opts, { dependsOn: owner }) })],
    });
    new Disk("drops", { size: 1, label: owner.arn }, {
      transforms: [({ props: { label, ...props }, opts }) => ({ props, opts })],
    });
    new Disk("hides", { size: 1 }, {
      transforms: [({ props, opts }) => ({ props: { ...props, label: pulumi.secret("hunter2") }, opts })],
    });
    exports.found = findOutput({ name: "asked for" }).id;`,
};

describe("transforms", () => {
  let report: StackReport;

  before(async function () {
    this.timeout(120_000);
    report = await previewOf(PROGRAM);
  });

  it("are called back without a word", () => {
    assert.equal(told(report), "");
    assert.equal(report.ok, true);
  });

  it("of the stack change every resource's properties and options", () => {
    const { inputs, options } = resource(report, "by-stack");
    assert.deepEqual(inputs, { size: 1, label: "stack" });
    assert.equal(options.protect, true);
  });

  it("of a resource run in their order, each on what the one before made", () => {
    assert.deepEqual(resource(report, "by-both").inputs, { size: 20, label: "[unknown]" });
  });

  it("of a resource may add what it depends on", () => {
    assert.deepEqual(resource(report, "depends").dependencies, [resource(report, "owner").urn]);
  });

  it("of a component reach its children; what those depend on stays, as in the engine", () => {
    const { inputs, options, dependencies } = resource(report, "by-parent-disk");
    assert.deepEqual(inputs, { size: 77 });
    assert.equal(options.retainOnDelete, true);
    assert.deepEqual(dependencies, []);
  });

  it("of the older kind, which run in the program, do too", () => {
    const { inputs, options } = resource(report, "by-old-disk");
    assert.deepEqual(inputs, { size: 88 });
    assert.deepEqual(options.ignoreChanges, ["size"]);
  });

  it("may drop a property, and what it depended on goes with it", () => {
    const { inputs, dependencies, propertyDependencies } = resource(report, "drops");
    assert.deepEqual(inputs, { size: 1 });
    assert.deepEqual(propertyDependencies, {});
    assert.deepEqual(dependencies, [resource(report, "owner").urn], "the engine keeps what the program named");
  });

  it("may make a value secret", () => {
    assert.deepEqual(resource(report, "hides").inputs, { size: 1, label: "[secret]" });
    assert.equal(JSON.stringify(report).includes("hunter2"), false);
  });

  it("of look-ups change what is asked", () => assert.equal(report.outputs["found"], "disk-1"));

  it("that fail are told with their error", async () => {
    const failed = await previewOf({
      "index.js": `
        const { Disk } = require(${MADE});
        new Disk("disk", {}, { transforms: [() => { throw new Error("cannot transform"); }] });`,
    });
    assert.equal(failed.failure, "program");
    assert.match(told(failed, "error"), /cannot transform/);
  });

  it("may wait for a resource that is made after all that they change", async () => {
    const { ok, resources } = await previewOf({
      "index.js": `
        const pulumi = require("@pulumi/pulumi");
        const { Disk } = require(${MADE});
        let found;
        const last = new Promise((resolve) => (found = resolve));
        pulumi.runtime.registerResourceTransform(async ({ name, props, opts }) =>
          name.startsWith("disk") ? { props: { ...props, label: await last }, opts } : undefined,
        );
        module.exports = async () => {
          await new Promise((resolve) => new Disk("first", { size: 1 }).urn.apply(resolve));
          for (let index = 0; index < 40; index++) {
            new Disk("disk-" + index, { size: 1 });
          }
          new Disk("last", { size: 1 }).urn.apply((urn) => found(urn.split("::").at(-1)));
        };`,
    });
    assert.equal(ok, true);
    assert.equal(resources.filter(({ inputs }) => inputs["label"] === "last").length, 40);
  });
});
