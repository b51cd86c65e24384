#!/usr/bin/env node
"use strict";
const path = require("node:path");

const dist = require("./build.js").ensureBuilt();
const bundle = path.join(dist, "cli.js");
require(path.join(dist, "code-cache.js")).keepCompiledBundle(bundle);
require(bundle);
