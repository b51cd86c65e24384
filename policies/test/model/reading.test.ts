import * as assert from "node:assert/strict";
import { at, flag, list, MALFORMED, text, UNKNOWN } from "../../model/reading";

/** Throws where it is read, as the SDK's properties do for an unknown. */
const properties = {
  get size(): number {
    throw new Error("unknown");
  },
  tags: { Name: "data" },
  empty: null,
  devices: ["/dev/sdf"],
};

describe("at", () => {
  it("reads down a path, through objects and lists", () => {
    assert.equal(at(properties, "tags", "Name"), "data");
    assert.equal(at(properties, "devices", 0), "/dev/sdf");
  });

  it("says undefined where a step is absent or null", () => {
    assert.equal(at(properties, "colour"), undefined);
    assert.equal(at(properties, "empty"), undefined);
    assert.equal(at(properties, "empty", "inner"), undefined);
    assert.equal(at(undefined, "tags"), undefined);
  });

  it("takes neither a leaf nor several for an object, and never for an absent one", () => {
    assert.equal(at(properties, "tags", "Name", "inner"), MALFORMED);
    assert.equal(at([{ size: 1 }, { size: 2 }], "size"), MALFORMED);
    assert.equal(at({ tags: "" }, "tags", "Name"), undefined);
  });

  it("takes a list of one where an object is due for that object", () => {
    assert.equal(at({ root: [{ size: 1 }] }, "root", "size"), 1);
    assert.equal(at({ root: [] }, "root", "size"), undefined);
    assert.equal(at({ root: [properties] }, "root", "size"), UNKNOWN);
    const unknown = Object.defineProperty([1], 0, {
      get: () => {
        throw new Error("unknown");
      },
    });
    assert.equal(at({ root: unknown }, "root", "size"), UNKNOWN);
  });

  it("makes a value of what cannot be read, and of everything below it", () => {
    assert.equal(at(properties, "size"), UNKNOWN);
    assert.equal(at(properties, "size", "unit"), UNKNOWN);
    assert.equal(at(UNKNOWN, "unit"), UNKNOWN);
  });
});

describe("flag", () => {
  it("reads booleans and the texts that the provider takes for them", () => {
    for (const yes of [true, "true", "True", "TRUE", "t", "T", "1"]) {
      assert.equal(flag(yes), true, String(yes));
    }
    for (const no of [false, "false", "False", "FALSE", "f", "F", "0"]) {
      assert.equal(flag(no), false, String(no));
    }
  });

  it("reads the empty text as not set", () => {
    assert.equal(flag(""), undefined);
    assert.equal(flag(undefined), undefined);
  });

  it("takes neither an unknown nor anything else for a boolean", () => {
    assert.equal(flag(UNKNOWN), UNKNOWN);
    for (const other of ["yes", 1, 0, {}, []]) {
      assert.equal(flag(other), MALFORMED);
    }
  });
});

describe("text", () => {
  it("reads a text, and the empty one as not set", () => {
    assert.equal(text("ami"), "ami");
    assert.equal(text(""), undefined);
    assert.equal(text(undefined), undefined);
  });

  it("takes neither an unknown nor anything else for a text", () => {
    assert.equal(text(UNKNOWN), UNKNOWN);
    assert.equal(text(7), MALFORMED);
  });
});

describe("list", () => {
  it("reads items one by one, so that one unknown hides no other", () => {
    const items = ["a", "b"];
    Object.defineProperty(items, 0, {
      get: () => {
        throw new Error("unknown");
      },
    });
    assert.deepEqual(list(items), [UNKNOWN, "b"]);
  });

  it("takes what is absent for empty, but not what is unknown", () => {
    assert.deepEqual(list(undefined), []);
    assert.deepEqual(list(null), []);
    assert.deepEqual(list(""), []);
    assert.equal(list(UNKNOWN), UNKNOWN);
  });

  it("takes what is no list for its one item", () => {
    assert.deepEqual(list({ length: 1 }), [{ length: 1 }]);
    assert.deepEqual(list("0.0.0.0/0"), ["0.0.0.0/0"]);
  });
});
