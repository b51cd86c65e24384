// After `npm pack` in a package's folder: what runs in a checkout is back.
import { renameSync, rmSync } from "node:fs";
import { isCompiled, subpaths } from "./compile.mjs";

rmSync("LICENSE");
if (isCompiled(process.cwd())) {
  subpaths(process.cwd()).forEach((entry) => [".js", ".d.ts"].forEach((extension) => rmSync(entry + extension)));
  rmSync("bin", { recursive: true });
  renameSync(".bin", "bin");
}
