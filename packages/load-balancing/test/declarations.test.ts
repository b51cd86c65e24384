import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as path from "node:path";
import * as ts from "typescript";

/** The modules that a file's declarations name, as a program that imports it loads them. */
function named(file: string): string[] {
  const { outputText } = ts.transpileDeclaration(fs.readFileSync(file, "utf8"), { fileName: file });
  return ts.preProcessFile(outputText).importedFiles.map(({ fileName }) => fileName);
}

/** The packages that a program loads with a file, beside the package itself. */
function loaded(entry: string): string[] {
  const packages = new Set<string>();
  const files = new Set([path.resolve(__dirname, "..", entry)]);
  for (const file of files) {
    for (const module of named(file)) {
      if (module.startsWith(".")) {
        files.add(path.resolve(path.dirname(file), `${module}.ts`));
      } else {
        packages.add(module);
      }
    }
  }
  return [...packages].sort();
}

describe("declarations", () => {
  it("name no type of AWS's SDK, which would cost a program more time and memory than the rest of it", () => {
    assert.deepEqual(loaded("index.ts"), ["@groundwork/core", "@pulumi/pulumi"]);
    assert.deepEqual(loaded("bundle.ts"), ["@pulumi/pulumi"]);
    assert.deepEqual(loaded("handler.ts"), ["aws-lambda"]);
  });
});
