"use strict";
/**
 * Makes what only the package for npm has: the library as one file, its declarations as another, and the licences of the
 * package and of what the bundles hold. `npm pack` runs this; a checkout goes by its sources, and needs none of it.
 */
const fs = require("node:fs");
const path = require("node:path");
const { bundle, dist, ENTRIES } = require("./build.js");

const root = path.join(__dirname, "..");

function makeLibrary() {
  const files = [...bundle(ENTRIES, { minify: true }), ...bundle({ index: "index.ts" }, { minify: false })];
  fs.writeFileSync(path.join(dist, "THIRD-PARTY-LICENSES.txt"), licences(files));
  const [text] = require("dts-bundle-generator").generateDtsBundle(
    [{ filePath: path.join(root, "index.ts"), output: { noBanner: true, exportReferencedTypes: false } }],
    { preferredConfigPath: path.join(root, "tsconfig.json") },
  );
  fs.writeFileSync(path.join(root, "index.d.ts"), text);
  fs.copyFileSync(path.join(root, "..", "..", "LICENSE"), path.join(root, "LICENSE"));
}

/** The licence of each package that a bundle holds a file of. */
function licences(files) {
  const packages = new Map();
  for (const file of files) {
    const [place, name] = /^.*\/node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(`/${file}`) ?? [];
    if (place !== undefined && !packages.has(name)) {
      packages.set(name, licence(name, path.join(root, place)));
    }
  }
  return [...packages.keys()]
    .sort()
    .map((name) => packages.get(name))
    .join(`\n${"-".repeat(80)}\n\n`);
}

function licence(name, directory) {
  const { version, license } = JSON.parse(fs.readFileSync(path.join(directory, "package.json"), "utf8"));
  const file = fs.readdirSync(directory).find((entry) => /^licen[cs]e/i.test(entry));
  const text =
    file === undefined
      ? ""
      : `\n${fs.readFileSync(path.join(directory, file), "utf8").replaceAll("\r\n", "\n").trim()}\n`;
  return `${name} ${version}: ${license}\n${text}`;
}

makeLibrary();
