import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";

/** The directory of this package: the nearest one above with a package.json. */
function packageRoot(): string {
  let directory = __dirname;
  while (!fs.existsSync(path.join(directory, "package.json"))) {
    directory = path.dirname(directory);
  }
  return directory;
}

let built: string | undefined;

/** The file that is loaded into every process of a program or a pack; built first in a checkout where it is stale. */
export function preloadFile(): string {
  if (built === undefined) {
    const builder = createRequire(__filename)(path.join(packageRoot(), "bin", "build.js")) as { ensureBuilt(): string };
    built = path.join(builder.ensureBuilt(), "preload.js");
  }
  return built;
}
