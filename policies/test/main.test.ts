import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import * as path from "node:path";

const RUN_POLICY_PACK = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const NODE_MODULES = path.join(path.dirname(require.resolve("typescript/package.json")), "..");

describe("main.js", () => {
  let pack: string;

  before(() => {
    pack = mkdtempSync(path.join(tmpdir(), "policy-pack-"));
    copyFileSync(path.join(__dirname, "..", "main.js"), path.join(pack, "main.js"));
    symlinkSync(NODE_MODULES, path.join(pack, "node_modules"));
    writeFileSync(path.join(pack, "package.json"), JSON.stringify({ name: "pack", main: "main.js" }));
    writeFileSync(path.join(pack, "tsconfig.json"), "{}");
  });

  after(() => rmSync(pack, { recursive: true }));

  it("starts a pack without checking its types, which costs seconds", () => {
    writeFileSync(path.join(pack, "index.ts"), 'const wrong: number = "text";\nconsole.log("started with", wrong);\n');
    const output = execFileSync(process.execPath, [RUN_POLICY_PACK, "127.0.0.1:1", "."], {
      cwd: pack,
      encoding: "utf8",
    });
    assert.equal(output, "started with text\n");
  });
});
