import { readdirSync } from "node:fs";
import type { Rule } from "../model/rule";

/** Every rule of the pack: each file in a folder of this one. A build has no folder, so `build.mjs` lists them. */
export const rules: Rule[] = readdirSync(__dirname, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .flatMap((folder) => readdirSync(`${__dirname}/${folder.name}`).map((file) => `./${folder.name}/${file}`))
  .filter((file) => file.endsWith(".ts"))
  .sort()
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  .map((file) => (require(file) as { default: Rule }).default);
