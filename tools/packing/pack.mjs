// `npm run pack [folder]`: the tarball of each package that others install, in out/ or the folder.
// All are packed from a temporary folder, so that a checkout goes on running its sources meanwhile.
import { execFileSync } from "node:child_process";
import { copyFileSync, cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { compile, isCompiled, ROOT } from "./compile.mjs";

const out = path.resolve(process.argv[2] ?? "out");
const scratch = mkdtempSync(path.join(tmpdir(), "groundwork-pack-"));

try {
  const packages = [...readdirSync(path.join(ROOT, "packages")).map((name) => `packages/${name}`), "policies"].map(
    (folder) => ({ source: path.join(ROOT, folder), target: path.join(scratch, path.basename(folder)) }),
  );
  for (const { source, target } of packages) {
    // What is bundled does that by itself.
    const script = (name) => isCompiled(source) || run(["run", "--silent", "--if-present", name], source);
    script("prepack");
    cpSync(source, target, { recursive: true, filter: (name) => !/\/(node_modules|test|\.turbo)$/.test(name) });
    script("postpack");
    copyFileSync(path.join(ROOT, "LICENSE"), path.join(target, "LICENSE"));
  }
  compile(packages.filter(({ source }) => isCompiled(source)));
  mkdirSync(out, { recursive: true });
  // Its scripts would compile each package again.
  run(["pack", "--ignore-scripts", "--pack-destination", out, ...packages.map(({ target }) => target)], ROOT);
} finally {
  rmSync(scratch, { recursive: true });
}

function run(args, cwd) {
  execFileSync("npm", args, { cwd, stdio: ["ignore", "inherit", "inherit"], shell: process.platform === "win32" });
}
