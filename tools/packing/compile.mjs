import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";

/** The root of the repository. */
export const ROOT = path.resolve(import.meta.dirname, "..", "..");

/** Whether a package is installed in another form than it runs in here: preflight and the pack bundle themselves. */
export function isCompiled(source) {
  return JSON.parse(readFileSync(path.join(source, "package.json"), "utf8")).main === "bin/index.js";
}

/** What a package is imported by beside its name: `handler` of `@groundwork/load-balancing/handler`. */
export function subpaths(source) {
  return readdirSync(source)
    .filter((name) => name.endsWith(".ts") && name !== "index.ts" && !name.endsWith(".d.ts"))
    .map((name) => path.basename(name, ".ts"));
}

/**
 * Compiles packages in one program, since their sources refer to one another and all of them to the AWS SDK.
 *
 * @param {{ source: string, target: string }[]} packages Each package's folder, and the folder that gets its `bin/`.
 * @throws {Error} With the compiler's messages, if a source is wrong.
 */
export function compile(packages) {
  const { config } = ts.readConfigFile(path.join(ROOT, "tsconfig.base.json"), ts.sys.readFile);
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT);
  const program = ts.createProgram(
    packages.flatMap(({ source }) => ["index", ...subpaths(source)].map((entry) => path.join(source, `${entry}.ts`))),
    { ...options, types: ["node"], noEmit: false, declaration: true, sourceMap: false, rootDir: ROOT, outDir: ROOT },
  );
  const wrong = ts.getPreEmitDiagnostics(program);
  if (wrong.length > 0) {
    throw new Error(ts.formatDiagnostics(wrong, ts.createCompilerHost(options)));
  }
  for (const { source, target } of packages) {
    for (const file of program.getSourceFiles().filter(({ fileName }) => fileName.startsWith(source + path.sep))) {
      program.emit(file, (name, text) => write(path.join(target, "bin", path.relative(source, name)), text));
    }
    // Without an `exports` map, which a plugin's compiler does not take, a subpath is a file of the package's root.
    for (const entry of subpaths(source)) {
      write(path.join(target, `${entry}.js`), `"use strict";\nmodule.exports = require("./bin/${entry}");\n`);
      write(path.join(target, `${entry}.d.ts`), `export * from "./bin/${entry}";\n`);
    }
  }
}

function write(file, text) {
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, text);
}
