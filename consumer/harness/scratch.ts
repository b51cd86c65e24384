import { mkdirSync, mkdtempSync, realpathSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

/** The root of the repository. */
export const REPOSITORY = resolve(__dirname, "..", "..");

/** Where everything is made, package managers' caches and homes among it: it is removed when the tests end. */
export const SCRATCH = mkdtempSync(join(realpathSync(tmpdir()), "consumer-"));

process.on("exit", () => rmSync(SCRATCH, { recursive: true, force: true, maxRetries: 3 }));

/** A folder in {@link SCRATCH}. */
export function folder(...names: string[]): string {
  const path = join(SCRATCH, ...names);
  mkdirSync(path, { recursive: true });
  return path;
}
