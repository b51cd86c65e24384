import * as assert from "node:assert/strict";
import { rules } from "../rules";
import { inputsOf } from "./support/table";

describe("what a rule guards", () => {
  it("is an input of a type that the rule judges", () => {
    const wrong = rules.flatMap(({ name, types, guards = [] }) => {
      const inputs = new Set(types.flatMap((type) => [...inputsOf(type)]));
      return guards.filter((guard) => !inputs.has(guard)).map((guard) => `${name}: ${guard}`);
    });
    assert.deepEqual(wrong, []);
  });
});
