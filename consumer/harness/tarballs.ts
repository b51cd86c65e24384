import { readdirSync } from "node:fs";
import { basename, join } from "node:path";
import { mustRun } from "./run";
import { folder, REPOSITORY } from "./scratch";

let packed: Record<string, string> | undefined;

/** The tarball of each package, by the package's name. They are packed once. */
export function tarballs(): Record<string, string> {
  if (packed === undefined) {
    const out = folder("tarballs");
    mustRun("node", [join(REPOSITORY, "tools", "packing", "pack.mjs"), out], { cwd: REPOSITORY });
    packed = Object.fromEntries(
      readdirSync(out).map((file) => [
        `@groundwork/${basename(file).replace(/^groundwork-(.*)-[\d.]+\.tgz$/, "$1")}`,
        join(out, file),
      ]),
    );
  }
  return packed;
}
