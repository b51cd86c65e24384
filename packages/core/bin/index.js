"use strict";
// In a checkout the sources run. Packing compiles them into the bin/ that others install.
module.exports = require("../index");
