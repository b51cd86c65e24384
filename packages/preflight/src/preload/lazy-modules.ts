import * as fs from "node:fs";
import Module from "node:module";
import * as path from "node:path";
import { parseConfigText } from "./tsconfig";
import { tsNodeForEsModules, tsNodeShim } from "./ts-node-shim";

/** What Node.js calls for every `require`. */
type Load = (request: string, parent: NodeJS.Module | undefined, isMain: boolean) => unknown;

const internals = Module as unknown as {
  _load: Load;
  _resolveFilename(request: string, parent: NodeJS.Module | undefined): string;
};

/** The files of Pulumi's SDK, and none of other packages. */
const SDK_FILE = /[\\/]@pulumi[\\/]pulumi[\\/](?!node_modules)/;

/** The SDK's file that runs in the thread where Node.js loads ES modules. */
const ES_MODULE_HOOKS = /[\\/]cmd[\\/]run[\\/]hooks\.js$/;

/** The SDK's own ts-node and TypeScript, for programs that have none: the folder tells the version. */
const VENDORED = /[\\/]@pulumi[\\/]pulumi[\\/]vendor[\\/](ts-node|typescript)@([\d.]+)/;

/** The SDK's file that traces the SDK itself. */
const TRACING_FILE = /[\\/]cmd[\\/]run[\\/]tracing\.js$/;

/**
 * Defers the modules that Pulumi's SDK loads at start and seldom needs: the TypeScript compiler, npm's dependency
 * resolver, the automation API, its own tracing and a few small packages, together most of its start-up. ts-node is
 * replaced by a shim that compiles through the real one and keeps the result.
 *
 * What a preview takes more of the processor without each, on Node.js 20 and 24. Of `dev` with its pack: the compiler 113 and
 * 129 %, the resolver 16 and 16 %. Of ten volumes: tracing 8 and 6 %, the automation API 5 and 5 %, the small packages 5 and
 * 5 %.
 */
export function deferHeavyModules(): void {
  const load = internals._load;
  internals._load = (request, parent, isMain) => {
    const real = <T>() => load(request, parent, isMain) as T;
    const file = parent?.filename ?? "";
    if (parent === undefined || parent === null || !(request === "ts-node" || SDK_FILE.test(file))) {
      return real();
    }
    switch (VENDORED.exec(request)?.[1] ?? request) {
      case "./automation":
        return file.endsWith("pulumi/index.js") ? lazy(real, {}) : real();
      case "@npmcli/arborist":
      case "fdir":
      case "js-yaml":
      case "normalize-package-data":
        resolve(request, parent);
        return lazy(real, {});
      case "typescript": {
        const place = resolve(request, parent);
        return lazy(real, { version: versionOf(place), parseConfigFileTextToJson: parseConfigText(real) });
      }
      case "ts-node": {
        if (ES_MODULE_HOOKS.test(file)) {
          return lazy(real, tsNodeForEsModules(real));
        }
        const place = resolve(request, parent);
        return lazy(
          real,
          tsNodeShim(real, versionOf(place), (compiler) => versionOf(resolve(compiler, parent))),
        );
      }
      default:
        // What the SDK traces itself with, where it is asked to: no preview asks.
        return TRACING_FILE.test(file) && /^@opentelemetry\/(?!api$)/.test(request) ? lazy(real, {}) : real();
    }
  };
}

/** @throws Node.js's own error when the module is not there, as `require` would. */
function resolve(request: string, parent: NodeJS.Module): string {
  return internals._resolveFilename(request, parent);
}

/** The version in the name of the SDK's own copy, else in the nearest package.json that has one. */
function versionOf(file: string): string {
  const vendored = VENDORED.exec(file)?.[2];
  if (vendored !== undefined) {
    return vendored;
  }
  for (let directory = path.dirname(file); directory !== path.dirname(directory); directory = path.dirname(directory)) {
    const manifest = path.join(directory, "package.json");
    if (fs.existsSync(manifest)) {
      const { version } = JSON.parse(fs.readFileSync(manifest, "utf8")) as { version?: string };
      if (version !== undefined) {
        return version;
      }
    }
  }
  return "";
}

/** A stand-in for a module that loads it when a property is used that `known` does not answer. */
function lazy<T extends object>(real: () => T, known: Partial<Record<string, unknown>>): T {
  return new Proxy({} as T, {
    get: (_target, property) => {
      if (typeof property === "string" && property in known) {
        return known[property];
      }
      // What TypeScript's import helpers ask: the answer that leads them to the module itself.
      return property === "__esModule" ? true : property === "default" ? real() : Reflect.get(real(), property);
    },
    has: (_target, property) => property in real(),
    ownKeys: () => Reflect.ownKeys(real()),
    getOwnPropertyDescriptor: (_target, property) => Object.getOwnPropertyDescriptor(real(), property),
  });
}
