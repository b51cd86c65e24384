"use strict";
/**
 * Bundles src/ into dist/, where a command starts in a fraction of the time that its sources take to compile and load.
 * A checkout builds when a source is newer than the bundle; an installed package comes with the bundle and no sources.
 */
const fs = require("node:fs");
const path = require("node:path");

const root = path.join(__dirname, "..");
const source = path.join(root, "src");
const dist = path.join(root, "dist");

/** What the command is made of, by the name of the bundle. */
const ENTRIES = {
  cli: "src/cli/main.ts",
  "code-cache": "src/preload/code-cache.ts",
  preload: "src/preload/preload.ts",
};
const BUNDLES = Object.keys(ENTRIES).map((name) => `${name}.js`);

/** The time of the newest change to anything that the bundle is made of, in milliseconds. */
function newestChange(directory) {
  let newest = 0;
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const file = path.join(directory, entry.name);
    newest = Math.max(newest, entry.isDirectory() ? newestChange(file) : fs.statSync(file).mtimeMs);
  }
  return newest;
}

function isFresh() {
  const bundles = BUNDLES.map((name) => path.join(dist, name));
  if (!bundles.every((bundle) => fs.existsSync(bundle))) {
    return false;
  }
  const changes = [
    newestChange(source),
    fs.statSync(path.join(root, "package.json")).mtimeMs,
    fs.statSync(__filename).mtimeMs,
  ];
  return Math.min(...bundles.map((bundle) => fs.statSync(bundle).mtimeMs)) > Math.max(...changes);
}

/**
 * Bundles files, and moves the bundles into dist/ whole: another process may be reading them, or building them too.
 *
 * @param entries Each bundle's file within this package, by the bundle's name.
 * @param minify Half of the size takes half of the time to parse; but an uncaught error shows the whole line it is from.
 * @returns The files that the bundles hold.
 */
function bundle(entries, { minify }) {
  const draft = path.join(dist, `.draft-${process.pid}`);
  const { metafile } = require("esbuild").buildSync({
    absWorkingDir: root,
    entryPoints: entries,
    outdir: draft,
    bundle: true,
    platform: "node",
    target: "node20",
    format: "cjs",
    minify,
    keepNames: minify,
    // jsonc-parser's main file is in a format that can't be bundled; its module is.
    mainFields: ["module", "main"],
    legalComments: "none",
    metafile: true,
    logLevel: "error",
  });
  for (const name of fs.readdirSync(draft)) {
    fs.renameSync(path.join(draft, name), path.join(dist, name));
  }
  fs.rmSync(draft, { recursive: true });
  return Object.keys(metafile.inputs);
}

/** Makes sure that dist/ is what src/ says, and returns its path. */
function ensureBuilt() {
  if (fs.existsSync(source) && !isFresh()) {
    bundle(ENTRIES, { minify: true });
  }
  return dist;
}

module.exports = { bundle, dist, ensureBuilt, ENTRIES };

if (require.main === module) {
  ensureBuilt();
}
