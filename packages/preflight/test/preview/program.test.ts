import * as assert from "node:assert/strict";
import { exitProblem, hasFailed } from "../../src/preview/program";

describe("a program's exit", () => {
  for (const [what, exit, failed, problem] of [
    ["with 0 is no failure", { code: 0, signal: null }, false, ""],
    ["with 32 is a failure that the SDK has told", { code: 32, signal: null }, true, ""],
    [
      "with any other code is told with it",
      { code: 3, signal: null },
      true,
      "the program exited with non-zero exit code 3",
    ],
    ["by a signal is told with it", { code: null, signal: "SIGKILL" }, true, "the program was ended by signal SIGKILL"],
  ] as const) {
    it(what, () => {
      assert.equal(hasFailed(exit), failed);
      assert.equal(exitProblem(exit), problem);
    });
  }
});
