import * as assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import * as fs from "node:fs";
import * as path from "node:path";
import { PrivateFolder } from "../../src/process/private-folder";
import { within } from "../project/temporary";

describe("a private folder", () => {
  it("is its owner's alone, and gone when it is removed", () =>
    within({}, ({ root }) => {
      const folder = PrivateFolder.create([root]);
      assert.equal(path.dirname(folder.path), root);
      assert.equal(fs.statSync(folder.path).mode & 0o777, 0o700);
      fs.writeFileSync(folder.socket("engine"), "");
      folder.remove();
      assert.deepEqual(fs.readdirSync(root), []);
    }));

  it("is elsewhere where the first place is missing, or too long for the path of a socket", () =>
    within({}, ({ root }) => {
      const long = path.join(root, "x".repeat(100));
      fs.mkdirSync(long);
      for (const place of [path.join(root, "missing"), long]) {
        const folder = PrivateFolder.create([place, root]);
        assert.equal(path.dirname(folder.path), root);
        assert.ok(Buffer.byteLength(folder.socket("pack-999")) <= 103);
        folder.remove();
      }
    }));

  it("that has no place is an error that says why, of every place", () =>
    within({}, ({ root }) => {
      const [missing, long] = [path.join(root, "missing"), path.join(root, "é".repeat(50))];
      assert.throws(() => PrivateFolder.create([missing, long]), {
        name: "PreflightError",
        kind: "configuration",
        message: /ENOENT.*missing.*; .*é is too long for the path of a socket; set TMPDIR to a folder/,
      });
    }));

  it("does not outlive its process", () =>
    within({}, ({ root }) => {
      const module = JSON.stringify(path.join(__dirname, "..", "..", "src", "process", "private-folder"));
      const create = `const { PrivateFolder } = require(${module}); const one = PrivateFolder.create([${JSON.stringify(root)}]);`;
      const program = `${create} PrivateFolder.create([${JSON.stringify(root)}]); one.remove(); process.exit(0);`;
      execFileSync(process.execPath, ["-r", "ts-node/register/transpile-only", "-e", program], { cwd: __dirname });
      assert.deepEqual(fs.readdirSync(root), []);
    }));
});
