"use strict";
// In a checkout the sources run. Packing compiles them into the bin/ that others install.
require("@groundwork/core/plugin").serve(`${__dirname}/..`);
module.exports = require("../index");
