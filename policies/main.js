"use strict";

// Where run-policy-pack starts. A checkout runs the sources, never a build that may be older than they are; the package
// holds the build alone.
const { existsSync } = require("node:fs");
const { join } = require("node:path");

require(existsSync(join(__dirname, "sources.js")) ? "./sources.js" : "./bin/index.js");
