import * as assert from "node:assert/strict";
import { difference } from "../../src/catalogue/difference";

describe("difference", () => {
  it("is nothing between a text and itself", () => {
    assert.deepEqual(difference("a\nb\n", "a\nb\n"), []);
  });

  it("is what goes and what comes, with the three lines around", () => {
    const before = ["1", "2", "3", "4", "a", "b", "c", "5", "6", "7", "8"].join("\n");
    const after = ["1", "2", "3", "4", "x", "b", "y", "z", "5", "6", "7", "8"].join("\n");
    assert.deepEqual(difference(before, after), [
      ...["  2", "  3", "  4", "- a", "+ x", "  b", "- c", "+ y", "+ z", "  5", "  6", "  7"],
    ]);
  });

  it("may be at the beginning or the end, and of a line that repeats", () => {
    assert.deepEqual(difference("a\nb", "c\na\nb"), ["+ c", "  a", "  b"]);
    assert.deepEqual(difference("a\na", "a"), ["  a", "- a"]);
    assert.deepEqual(difference("", "a"), ["- ", "+ a"]);
  });
});
