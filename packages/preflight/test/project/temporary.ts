import * as assert from "node:assert/strict";
import * as fs from "node:fs";
import * as os from "node:os";
import * as path from "node:path";
import { PreflightError } from "../../src/errors";

/** A directory of files for one test; removed after it. */
export class TemporaryDirectory {
  readonly root = fs.realpathSync(fs.mkdtempSync(path.join(os.tmpdir(), "preflight-")));

  /** Writes files, by their path within the directory. */
  constructor(files: Record<string, string>) {
    for (const [file, text] of Object.entries(files)) {
      fs.mkdirSync(path.dirname(this.path(file)), { recursive: true });
      fs.writeFileSync(this.path(file), text);
    }
  }

  path(...parts: string[]): string {
    return path.join(this.root, ...parts);
  }

  remove(): void {
    fs.rmSync(this.root, { recursive: true, force: true });
  }
}

/** Runs a test within a directory of files. */
export async function within<T>(
  files: Record<string, string>,
  test: (directory: TemporaryDirectory) => T | Promise<T>,
): Promise<T> {
  const directory = new TemporaryDirectory(files);
  try {
    return await test(directory);
  } finally {
    directory.remove();
  }
}

/** Fails unless the work throws a configuration error with this message; `@` stands for the directory. */
export async function refuses(
  directory: TemporaryDirectory,
  work: () => unknown,
  message: string | string[],
): Promise<void> {
  const expected = [message].flat().join("\n");
  await assert.rejects(
    async () => {
      await work();
    },
    (error) => {
      assert.ok(error instanceof PreflightError, String(error));
      assert.equal(error.message.replaceAll(directory.root, "@"), expected);
      assert.equal(error.kind, "configuration");
      return true;
    },
  );
}
