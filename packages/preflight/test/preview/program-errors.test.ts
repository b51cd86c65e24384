import * as assert from "node:assert/strict";
import { type Diagnostic } from "../../src/document";
import { explain } from "../../src/preview/program-errors";
import { stackSettings } from "../engine/program";

/** What becomes of an error. */
function explained(message: string): [message: string, kind: string | undefined] {
  const given: Diagnostic = { severity: "error", message, urn: "urn:it" };
  const { diagnostic, kind } = explain(given, stackSettings());
  assert.deepEqual(diagnostic, { ...given, message: diagnostic.message });
  return [diagnostic.message, kind];
}

describe("what a program's side says", () => {
  it("of a look-up without an answer is the entry to add", () => {
    const said =
      "Error: 2 UNKNOWN: preflight:missing-lookup: add this:\n  { }\n    at invoke (/shop/index.ts:1:1)\n    at x";
    assert.deepEqual(explained(said), ["add this:\n  { }", "configuration"]);
  });

  it("of a key that the stack lacks names the file and the key as it is written there", () => {
    const said = "error: Missing required configuration variable 'shop:config:size'\n\tplease set a value";
    assert.deepEqual(explained(said), [
      "/shop/Pulumi.dev.yaml: the program requires the configuration key shop:size, and the stack does not set it; " +
        "add it under `config:`, or pass --config shop:size=VALUE",
      "configuration",
    ]);
  });

  it("of a value of another type names the file, without a stack trace", () => {
    const said = "Error: Configuration 'shop:size' value 'many' is not a valid number\n    at Config.getNumber (x:1:2)";
    assert.deepEqual(explained(said), [
      "/shop/Pulumi.dev.yaml: Configuration 'shop:size' value 'many' is not a valid number",
      "configuration",
    ]);
  });

  it("of anything else stays as it is, but for the lines that no program's author can mend", () => {
    const said =
      "Error: thrown\n    at boom (/shop/index.ts:1:1)\n    at x (/p/dist/preload.js:2:3)\n" +
      "    at Module._load (node:internal/modules/cjs/loader:1:2) {\n  code: 'X'\n}";
    assert.deepEqual(explained(said), ["Error: thrown\n    at boom (/shop/index.ts:1:1) {\n  code: 'X'\n}", undefined]);
  });
});
