// Before `npm pack` in a package's folder: what is installed takes the place of what runs in a checkout.
import { copyFileSync, existsSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { compile, isCompiled, ROOT } from "./compile.mjs";

const source = process.cwd();
copyFileSync(path.join(ROOT, "LICENSE"), "LICENSE");
if (isCompiled(source)) {
  // After a pack that was interrupted, what is in bin/ is the interrupted pack's.
  if (existsSync(".bin")) {
    rmSync("bin", { recursive: true, force: true });
  } else {
    renameSync("bin", ".bin");
  }
  compile([{ source, target: source }]);
}
