import * as assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import * as fc from "fast-check";
import { UNKNOWN_VALUE } from "./support/pack";
import "./support/seed";
import { failingCases, inputsOf, verdicts, type FailingCase } from "./support/table";

const RULES = path.join(__dirname, "rules");
const load = createRequire(__filename);
for (const file of readdirSync(RULES, { recursive: true, encoding: "utf8" })) {
  if (file.endsWith(".test.ts")) {
    load(path.join(RULES, file));
  }
}

/** The inputs that no case of a rule rests on: neither what fails nor what passes says anything of them. */
function others({ rule, type = rule.types[0] ?? "" }: FailingCase): string[] {
  const cases = failingCases.filter((item) => item.rule === rule);
  const used = new Set(cases.flatMap(({ fails, passes }) => [fails, ...Object.values(passes)].flatMap(Object.keys)));
  return [...inputsOf(type)].filter((name) => !used.has(name));
}

describe("a failure", () => {
  it("is reported whatever else of the resource is unknown", async () => {
    assert.ok(failingCases.length > 0);
    const choice = fc
      .constantFrom(...failingCases)
      .chain((item) => fc.tuple(fc.constant(item), fc.subarray(others(item))));
    await fc.assert(
      fc.asyncProperty(choice, async ([item, unknown]) => {
        const inputs = { ...Object.fromEntries(unknown.map((name) => [name, UNKNOWN_VALUE])), ...item.fails };
        const lines = await verdicts(item.rule, item, inputs);
        const failures = item.messages.map((message) => `mandatory it: ${message}`);
        assert.deepEqual(
          failures.filter((failure) => !lines.includes(failure)),
          [],
          `${item.rule.name}: ${item.it}`,
        );
      }),
      { numRuns: 500 },
    );
  });
});
