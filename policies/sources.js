"use strict";

// Runs the pack's sources, bundled once for each state that they are in. On the engine, run-policy-pack has registered
// ts-node with `typeCheck: true`, which overrules tsconfig.json and costs seconds in every preview; transpiling each file
// without checking would still cost two. `npm run typecheck` checks types.
const { execFileSync } = require("node:child_process");
const { createHash } = require("node:crypto");
const { existsSync, readdirSync, readFileSync } = require("node:fs");
const path = require("node:path");

/** What the bundle is made of, and what makes it. */
const FOLDERS = [".", "rules", "model", "data"].map((folder) => path.join(__dirname, folder));
const CORE = path.join(__dirname, "..", "packages", "core", "src");
const CACHE = path.join(path.dirname(require.resolve("@pulumi/policy/package.json")), "..", "..", ".cache", "policies");

function sourcesIn(folder, deep) {
  return readdirSync(folder, { recursive: deep, encoding: "utf8" })
    .filter((file) => /\.(ts|json|mjs)$/.test(file))
    .map((file) => path.join(folder, file));
}

const hash = createHash("sha256");
for (const [index, folder] of [...FOLDERS, CORE].entries()) {
  for (const file of existsSync(folder) ? sourcesIn(folder, index > 0).sort() : []) {
    hash.update(path.relative(__dirname, file)).update("\0").update(readFileSync(file)).update("\0");
  }
}
const bundle = path.join(CACHE, `${hash.digest("hex")}.js`);
if (!existsSync(bundle)) {
  execFileSync(process.execPath, [path.join(__dirname, "build.mjs"), bundle], {
    stdio: ["ignore", "ignore", "inherit"],
  });
}

require(bundle);
