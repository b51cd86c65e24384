#!/usr/bin/env node
"use strict";
const path = require("node:path");

require(path.join(require("./build.js").ensureBuilt(), "cli.js"));
