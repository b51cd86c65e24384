"use strict";
/** What `require("@groundwork/preflight")` gives: a checkout's sources, or the bundle that an installed package comes with. */
const fs = require("node:fs");
const path = require("node:path");

if (fs.existsSync(path.join(__dirname, "..", "src"))) {
  module.exports = require("../index");
} else {
  // Last, because an ESM importer takes the names of the exports from here.
  module.exports = require("../dist/index.js");
}
