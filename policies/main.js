"use strict";

// Where run-policy-pack starts. It registers ts-node with `typeCheck: true`, which overrules both tsconfig.json and the
// environment and costs seconds in every preview; so the pack's sources are transpiled here instead. Their types are
// checked by `npm run typecheck`.
const { readFileSync } = require("node:fs");
const { ModuleKind, ScriptTarget, transpileModule } = require("typescript");

const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };

require.extensions[".ts"] = (module, file) => {
  module._compile(transpileModule(readFileSync(file, "utf8"), { compilerOptions, fileName: file }).outputText, file);
};

require("./index.ts");
