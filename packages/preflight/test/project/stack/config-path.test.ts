import * as assert from "node:assert/strict";
import { parseConfigPath, valueAt, withValueAt } from "../../../src/project/stack/config-path";

describe("parseConfigPath", () => {
  it("takes apart keys, indexes and quoted keys", () => {
    assert.deepEqual(parseConfigPath("a"), ["a"]);
    assert.deepEqual(parseConfigPath("a.b-c[0][12].d"), ["a", "b-c", 0, 12, "d"]);
    assert.deepEqual(parseConfigPath('a["b.c"]["say \\"x\\""]'), ["a", "b.c", 'say "x"']);
    assert.deepEqual(parseConfigPath('["a.b"].c'), ["a.b", "c"]);
  });

  it("knows what is no path", () => {
    for (const name of ["", ".a", "a.", "a..b", "a[", "a[x]", "a[*]", "a.[0]", "[0]", '[""]']) {
      assert.equal(parseConfigPath(name), undefined, name);
    }
  });
});

describe("valueAt", () => {
  it("follows keys into objects and indexes into lists, and nothing else", () => {
    const value = new Map([["a", ["x", new Map([["b", "y"]])]]]);
    assert.equal(valueAt(value, ["a", 1, "b"]), "y");
    assert.equal(valueAt(value, []), value);
    assert.equal(valueAt(value, ["a", 2]), undefined);
    assert.equal(valueAt(value, ["a", "0"]), undefined);
    assert.equal(valueAt(value, ["a", 0, "b"]), undefined);
  });
});

describe("withValueAt", () => {
  it("makes the objects and lists on the way", () => {
    assert.deepEqual(withValueAt(undefined, ["a", 0, "b"], "x"), new Map([["a", [new Map([["b", "x"]])]]]));
  });

  it("changes a copy, and keeps what stands beside", () => {
    const before = new Map([["a", "1"]]);
    assert.deepEqual(withValueAt(before, ["b"], "x"), new Map([...before, ["b", "x"]]));
    assert.equal(before.size, 1);
  });

  it("makes booleans and integers of texts that read as such, and of no others", () => {
    const values = ["true", "12", "-3", "0", "012", "1.5", "yes", "99999999999999999999"];
    assert.deepEqual(
      values.map((value) => withValueAt(null, ["a"], value)),
      [true, 12n, -3n, 0n, "012", "1.5", "yes", "99999999999999999999"].map((value) => new Map([["a", value]])),
    );
  });

  it("replaces a text at the outermost step, and refuses to further in", () => {
    assert.deepEqual(withValueAt("text", ["a"], "x"), new Map([["a", "x"]]));
    assert.throws(() => withValueAt(new Map([["a", "text"]]), ["a", "b"], "x"), {
      message: 'there is neither an object nor a list to set "b" in',
    });
  });

  it("refuses a key for a list, an index for an object, and an index beyond a list's end", () => {
    assert.throws(() => withValueAt(["x"], ["a"], "y"), { message: 'there is a list, in which "a" cannot be set' });
    assert.throws(() => withValueAt(new Map(), [0], "y"), { message: "there is an object, in which 0 cannot be set" });
    assert.throws(() => withValueAt(["x"], [2], "y"), {
      message: "the list has 1 items, so that [2] is beyond its end",
    });
    assert.deepEqual(withValueAt(["x"], [1], "y"), ["x", "y"]);
  });
});
