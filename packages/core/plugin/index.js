"use strict";
/**
 * How a component package of a checkout serves Pulumi as a plugin, for programs in other languages.
 *
 * Pulumi's own host would check the types of all sources and infer the schema at each start, which takes most of a
 * preview's time, and would give SDKs the name of the npm package. Here the schema is the package's `schema.json`, which
 * a test holds to what Pulumi infers.
 */
const { readFileSync } = require("node:fs");
const path = require("node:path");

/** Whether the package that Pulumi loads as a plugin is being served: those that it is made of are no plugins then. */
let serving = false;

/** Starts the plugin, if it is as one that Pulumi loads the package. Its own host, which starts later, then does nothing. */
function serve(directory) {
  const host = require.main?.filename;
  if (serving || host === undefined || path.basename(path.dirname(host)) !== "run-plugin") {
    return;
  }
  serving = true;
  transpileOnly();
  const components = require(path.join(directory, "index.ts"));
  const schema = readFileSync(path.join(directory, "schema.json"), "utf8");
  const { version, resources } = JSON.parse(schema);
  require("@pulumi/pulumi/provider").main(
    {
      version,
      schema,
      async construct(name, type, inputs, options) {
        const Component = components[type.slice(type.lastIndexOf(":") + 1)];
        const component = new Component(name, inputs, options);
        const outputs = Object.keys(resources[type].properties);
        return { urn: component.urn, state: Object.fromEntries(outputs.map((output) => [output, component[output]])) };
      },
    },
    process.argv.slice(2),
  );
}

/**
 * The host has registered ts-node with `typeCheck: true`, which overrules tsconfig.json. Neither registering it again nor
 * deleting its hook for .ts helps: it compiles in its hook for .js, to which every other falls back.
 */
function transpileOnly() {
  const { ModuleKind, ScriptTarget, transpileModule } = require("typescript");
  const compilerOptions = { module: ModuleKind.CommonJS, target: ScriptTarget.ES2022, esModuleInterop: true };
  require.extensions[".ts"] = (module, file) => {
    module._compile(transpileModule(readFileSync(file, "utf8"), { compilerOptions, fileName: file }).outputText, file);
  };
}

module.exports = { serve };
