import * as assert from "node:assert/strict";
import * as pulumi from "@pulumi/pulumi";
import { isPlain, joinLists, mapInput } from "@groundwork/core";
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

describe("mapInput", () => {
  it("keeps a plain value plain, so that a preview shows what is made of it", () => {
    assert.equal(mapInput(404, String), "404");
  });

  it("makes of a value that is known only at deployment what it makes of a plain one", async () => {
    const mapped = mapInput(pulumi.output(404), String);
    assert.ok(!isPlain(mapped));
    assert.equal(await valueOf(pulumi.output(mapped)), "404");
  });
});
