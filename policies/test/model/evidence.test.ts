import * as assert from "node:assert/strict";
import { canBe, deciding, unanimous } from "../../model/evidence";
import { MALFORMED, UNKNOWN } from "../../model/reading";
import type { Resource } from "../../model/resource";

function copy(name: string, arn?: unknown): Resource {
  const options = { protect: false, ignoreChanges: [], aliases: [] };
  return { type: "aws:ec2/amiCopy:AmiCopy", urn: name, name, declared: {}, state: { arn }, options };
}

describe("what an id comes from", () => {
  const one = copy("one", "arn:aws:ec2:eu-west-1::image/ami-1");
  const other = copy("other", "arn:aws:ec2:eu-west-1::image/ami-2");
  const open = [copy("new"), copy("unknown", UNKNOWN), copy("wrong", 7)];

  it("is the resource whose ARN ends with it, once it is known", () => {
    assert.deepEqual(deciding([one, other, ...open], "ami-2"), [other]);
    assert.deepEqual(deciding([one, other], "mi-2"), []);
    assert.equal(canBe(one, "ami-1"), true);
  });

  it("may be any of them before", () => {
    for (const id of [UNKNOWN, undefined, MALFORMED] as const) {
      assert.deepEqual(deciding([one, ...open], id), [one, ...open]);
      assert.equal(canBe(other, id), true);
    }
  });
});

describe("answers", () => {
  it("are what all agree on, else unknown", () => {
    assert.equal(unanimous([true, true]), true);
    assert.equal(unanimous([false, false]), false);
    assert.equal(unanimous([true, false]), UNKNOWN);
    assert.equal(unanimous([true, UNKNOWN]), UNKNOWN);
    assert.equal(unanimous([]), UNKNOWN);
  });
});
