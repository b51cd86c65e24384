"use strict";

// Where run-policy-pack starts. It has registered ts-node with `typeCheck: true`, which overrules both tsconfig.json and the
// environment and costs seconds in every preview; so that registration is taken back, and ts-node compiles without checking.
// Types are checked by `npm run typecheck`.
delete require.extensions[".ts"];
require("ts-node").register({ transpileOnly: true });

require("./index.ts");
