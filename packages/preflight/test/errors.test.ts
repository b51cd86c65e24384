import * as assert from "node:assert/strict";
import { PreflightError, toPreflightError } from "../src/errors";

describe("toPreflightError", () => {
  it("leaves an error for the user as it is", () => {
    const error = new PreflightError("program", "the program failed");
    assert.equal(toPreflightError(error), error);
  });

  for (const [what, thrown, message] of [
    ["an error", new TypeError("a flaw\nwith details"), "a flaw"],
    ["a text", "only text", "only text"],
    ["nothing", undefined, "undefined"],
  ] as const) {
    it(`makes ${what} that nobody foresaw one line that asks for a report`, () => {
      const { kind, message: told } = toPreflightError(thrown);
      assert.equal(kind, "internal");
      assert.equal(
        told,
        `preflight itself failed: ${message}; please report this; PREFLIGHT_TRACE=1 adds the stack trace`,
      );
    });
  }
});
