import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { mergeTags, nameTag } from "@groundwork/core";
import { valueOf } from "./values";

describe("mergeTags", () => {
  it("lets the later of two values win", () => {
    assert.deepEqual(mergeTags({ a: "1", b: "1" }, undefined, { b: "2" }), { a: "1", b: "2" });
  });

  it("stays a plain record, so that one unknown value does not hide its siblings", () => {
    const unknown = pulumi.output("later");
    assert.deepEqual(nameTag("web", { owner: unknown }), { Name: "web", owner: unknown });
  });

  it("merges a set that is itself an output", async () => {
    const merged = nameTag("web", pulumi.output({ owner: "team" }));
    assert.deepEqual(await valueOf(pulumi.output(merged)), { Name: "web", owner: "team" });
  });
});
