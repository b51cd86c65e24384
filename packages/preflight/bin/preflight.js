#!/usr/bin/env node
"use strict";
const path = require("node:path");

const dist = built();
const bundle = path.join(dist, "cli.js");
require(path.join(dist, "code-cache.js")).keepCompiledBundle(bundle);
require(bundle);

/** The folder of the bundle, made first in a checkout where it is stale. */
function built() {
  try {
    return require("./build.js").ensureBuilt();
  } catch (error) {
    process.stderr.write(`error: preflight cannot be built: ${error.message.split("\n")[0]}\n`);
    process.exit(4);
  }
}
