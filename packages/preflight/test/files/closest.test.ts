import * as assert from "node:assert/strict";
import { closest, didYouMean } from "../../src/files/closest";

describe("closest", () => {
  it("finds the word that differs least, whatever its case", () => {
    assert.equal(closest("STAK", ["cwd", "stack", "stacks"]), "stack");
    assert.equal(closest("x", ["long"]), undefined);
  });
});

describe("didYouMean", () => {
  it("names the near word as it is written, or gives the other hint", () => {
    assert.equal(
      didYouMean("stak", ["stack"], "else.", (near) => `--${near}`),
      "did you mean --stack?",
    );
    assert.equal(didYouMean("colour", ["stack"], "else."), "else.");
  });
});
