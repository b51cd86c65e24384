import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { isPlain, joinLists } from "@groundwork/core";
import { valueOf } from "./values";

describe("isPlain", () => {
  it("tells what is known now from what is known only at deployment", () => {
    assert.ok(isPlain(0));
    assert.ok(isPlain([pulumi.output(0)]));
    assert.ok(!isPlain(pulumi.output([0])));
    assert.ok(!isPlain(Promise.resolve(0)));
  });
});

describe("joinLists", () => {
  it("stays a plain list, so that one unknown item does not hide its siblings", () => {
    const unknown = pulumi.output("later");
    assert.deepEqual(joinLists(["a"], undefined, [unknown]), ["a", unknown]);
  });

  it("takes another component's whole output, in its place", async () => {
    const joined = joinLists(["a"], pulumi.output(["b", "c"]), [pulumi.output("d")]);
    assert.ok(!isPlain(joined));
    assert.deepEqual(await valueOf(pulumi.output(joined)), ["a", "b", "c", "d"]);
  });
});
