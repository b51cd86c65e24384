import * as assert from "node:assert/strict";
import * as fc from "fast-check";
import { AUTO_NAME_SUFFIX_LENGTH, nameStem } from "@groundwork/core";

describe("nameStem", () => {
  it("keeps a name that fits, because a changed name replaces the resource", () => {
    assert.equal(nameStem("web", 32), "web");
    assert.equal(nameStem("a".repeat(24), 32), "a".repeat(24));
  });

  it("leaves room for Pulumi's suffix whatever the name", () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1 }), (name) => nameStem(name, 32).length + AUTO_NAME_SUFFIX_LENGTH <= 32),
    );
  });

  it("keeps two long names with the same beginning apart", () => {
    const beginning = "a-load-balancer-of-a-team-with-a-long-name";
    assert.notEqual(nameStem(`${beginning}-one`, 32), nameStem(`${beginning}-two`, 32));
  });

  it("never ends the readable part in a hyphen, which AWS refuses beside another", () => {
    assert.doesNotMatch(nameStem(`aaaaaaaaaaaaaaaa-----${"b".repeat(30)}`, 32), /--/);
  });
});
