import * as assert from "node:assert/strict";
import { EVERY_TYPE } from "../model/types";
import { rules } from "../rules";
import { inputsOf } from "./support/table";

/** Types that the engine has, and that no provider describes. */
const ENGINES = [EVERY_TYPE, "pulumi:pulumi:Stack"];

describe("what a rule names", () => {
  it("exists: each type that it judges or finds evidence in", () => {
    for (const { types, evidence = [] } of rules) {
      [...types, ...evidence]
        .filter((type) => !ENGINES.includes(type))
        .forEach((type) => assert.ok(inputsOf(type).size > 0, type));
    }
  });

  it("is an input of a type that it judges, where it guards it", () => {
    const wrong = rules.flatMap(({ name, types, guards = [] }) => {
      const inputs = new Set(types.flatMap((type) => [...inputsOf(type)]));
      return guards.filter((guard) => !inputs.has(guard)).map((guard) => `${name}: ${guard}`);
    });
    assert.deepEqual(wrong, []);
  });
});
