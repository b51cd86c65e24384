"use strict";

// Runs the pack's sources. On the engine, run-policy-pack has registered ts-node with `typeCheck: true`, which overrules
// tsconfig.json and costs seconds in every preview. Neither registering it again nor deleting its hook for .ts helps: it
// compiles in its hook for .js, to which every other falls back. So where the compiler is loaded for that, the sources are
// only transpiled; a host that has not loaded it, such as preflight, compiles without checking by itself. `npm run
// typecheck` checks types.
const { readFileSync } = require("node:fs");

if (require.resolve("typescript") in require.cache || !(".ts" in require.extensions)) {
  const { ModuleKind, ScriptTarget, transpileModule } = require("typescript");
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  require.extensions[".ts"] = (module, file) => {
    module._compile(transpileModule(readFileSync(file, "utf8"), { compilerOptions, fileName: file }).outputText, file);
  };
}

require("./index.ts");
