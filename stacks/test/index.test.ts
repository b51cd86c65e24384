import * as assert from "node:assert/strict";
import { mistakes } from "./stack";

describe("program", () => {
  it("refuses a stack that names no environment, and says which there are", async () => {
    assert.deepEqual(await mistakes("production", {}), [
      "there is no environment of this name; select one of shared, dev, staging, prod, or add stacks/environments/production.ts.",
    ]);
  });
});
