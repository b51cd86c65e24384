import * as assert from "node:assert/strict";
import { join } from "node:path";
import { type PackageSpec } from "@pulumi/pulumi/provider/experimental/schema";
import { inferSchema } from "../../testing/infer-schema";
import { undocumented } from "../../testing/schema";

describe("inferSchema", () => {
  let schema: PackageSpec;
  before(() => {
    schema = inferSchema(join(__dirname, "..", "fixtures", "shelf"));
  });

  it("names the package as Pulumi does, and its SDKs so that they replace no npm package", () => {
    const { name, namespace, version } = schema;
    assert.deepEqual({ name, namespace, version }, { name: "shelf", namespace: "groundwork-sdk", version: "1.2.3" });
  });

  it("says what docstrings say in tags and over several lines, since Pulumi's inference reads the text alone", () => {
    const shelf = schema.resources["shelf:index:Shelf"];
    assert.deepEqual(
      Object.entries(shelf?.inputProperties ?? {}).map(([name, { description }]) => [name, description]),
      [
        ["boards", "Its boards. Default: none."],
        ["wood", "Default: Wood.Oak."],
      ],
    );
    assert.equal(
      schema.types["shelf:index:BoardArgs"]?.properties?.["level"]?.description,
      "How far up it is, in steps. Counted from the floor. See <https://example.org/boards#steps>.",
    );
  });

  it("describes types, which Pulumi's inference does not", () => {
    const described = Object.entries(schema.types).map(([token, { description }]) => [token, description]);
    assert.deepEqual(described, [
      ["shelf:index:BoardArgs", "One board."],
      ["shelf:index:Wood", "What a `Shelf` is made of."],
    ]);
  });
});

describe("undocumented", () => {
  const property = { type: "number", description: "How long it waits, in seconds. Default: 3." } as const;
  const of = (changed: object): string[] =>
    undocumented({
      resources: {},
      types: { T: { type: "object", description: "A type.", properties: { wait: { ...property, ...changed } } } },
    });

  it("lets a described number with unit and default pass", () => {
    assert.deepEqual(of({}), []);
  });

  it("finds what has a default and no description", () => {
    assert.deepEqual(of({ type: "string", description: "Default: 3." }), ["T.wait has no description"]);
  });

  it("finds a number without a unit, also in a list", () => {
    const description = "How long it waits. Default: 3.";
    const found = ["T.wait has no unit: How long it waits. Default: 3."];
    assert.deepEqual(of({ description }), found);
    assert.deepEqual(of({ type: "array", items: { type: "number" }, description }), found);
  });

  it("finds what is optional and has no default", () => {
    assert.deepEqual(of({ description: "How long it waits, in seconds." }), ["T.wait has no default"]);
  });

  it("asks for no default of a component's outputs, but for a description of all", () => {
    const resource = { type: "object", properties: { arn: { type: "string" } } } as const;
    assert.deepEqual(undocumented({ resources: { R: resource }, types: {} }), [
      "R has no description",
      "R.arn has no description",
    ]);
  });
});
