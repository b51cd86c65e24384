import { hash } from "node:crypto";
import * as fs from "node:fs";
import Module from "node:module";
import * as path from "node:path";
import * as v8 from "node:v8";
import * as vm from "node:vm";
import { CodeStore, type Compiled, writeStore } from "./code-store";
import { isChildOfPreflight } from "./parent";

/** One file that this process had to compile. */
interface Fresh {
  digest: string;
  script: vm.Script;
  /** V8's flags when it was compiled: only code made under the same ones is used again. */
  flags: number;
}

/** The files of installed packages. */
export const INSTALLED = /[\\/]node_modules[\\/]/;

/** The SDK's command that a process was started with: where packages are installed, in which project, and its name. */
const SDK_COMMAND = /^((.*[\\/])node_modules)[\\/]@pulumi[\\/]pulumi[\\/]cmd[\\/]([\w-]+)/;

type Compile = (this: NodeJS.Module, text: string, file: string, format?: string) => unknown;

const internals = Module as unknown as {
  _resolveFilename(request: string, parent: NodeJS.Module, isMain: boolean, options?: object): string;
  _resolveLookupPaths(request: string, parent: NodeJS.Module): string[] | null;
  _extensions: NodeJS.RequireExtensions;
  _cache: NodeJS.Dict<NodeJS.Module>;
  prototype: { _compile: Compile };
};

/** What only a module that Node.js itself compiled may do, in `eval` too. */
const DYNAMIC_IMPORT = /\bimport\s*(\(|\/[*/])/;

/** What stands before the text of every CommonJS file. */
const WRAPPER = Module.wrap("@").split("@")[0] ?? "";

/**
 * Keeps the bytecode of CommonJS files from one process to the next, so that V8 neither parses nor compiles them
 * again. The code of a file counts only for the very text that it was made of; V8 itself refuses what another version or
 * other flags of it made.
 *
 * Without, a preview of `dev` takes 11 % more of the processor on Node.js 20 and 9 % on 24, half of it for preflight's own
 * bundle; Node.js 24's own cache in its place is 4 % behind.
 */
export class CodeCache {
  private readonly kept: CodeStore;
  private readonly fresh = new Map<string, Fresh>();

  private constructor(private readonly file: string) {
    this.kept = CodeStore.open(file);
  }

  /**
   * Takes over the compilation of the files that `covers` names.
   *
   * @param store The file that the code is kept in; it need not exist.
   */
  static install(store: string, covers: (file: string) => boolean): CodeCache {
    const cache = new CodeCache(store);
    const compile = internals.prototype._compile;
    internals.prototype._compile = function (text, file, format) {
      const plain = format === undefined || format === "commonjs";
      const script = plain && covers(file) ? cache.scriptOf(text, file) : undefined;
      if (script === undefined) {
        return compile.call(this, text, file, format);
      }
      const body = script.runInThisContext() as (this: unknown, ...args: unknown[]) => unknown;
      return body.call(this.exports, this.exports, requireOf(this), this, file, path.dirname(file));
    };
    return cache;
  }

  /** The script of a file; `undefined` for one that Node.js has to look at: an ES module, one that imports such, or none. */
  private scriptOf(text: string, file: string): vm.Script | undefined {
    if (DYNAMIC_IMPORT.test(text)) {
      return undefined;
    }
    const digest = hash("sha1", text, "base64");
    const cachedData = this.kept.find(file, digest);
    let script: vm.Script;
    try {
      script = new vm.Script(Module.wrap(text.replace(/^#!.*/, "")), {
        filename: file,
        // So that stack traces show the columns of the file.
        columnOffset: -WRAPPER.length,
        ...(cachedData === undefined ? {} : { cachedData }),
      });
    } catch {
      return undefined;
    }
    if (cachedData === undefined || script.cachedDataRejected === true) {
      this.fresh.set(file, { digest, script, flags: v8.cachedDataVersionTag() });
    }
    return script;
  }

  /** Keeps the code of what had to be compiled, the functions that ran included. */
  save(): void {
    if (this.fresh.size === 0) {
      return;
    }
    const fresh = new Map<string, Compiled>();
    for (const [file, { digest, script, flags }] of this.fresh) {
      if (flags === v8.cachedDataVersionTag()) {
        fresh.set(file, { digest, code: script.createCachedData() });
      }
    }
    this.fresh.clear();
    if (fresh.size === 0) {
      return;
    }
    // Another process may have kept the code of other files meanwhile; and some may be gone.
    const others = CodeStore.open(this.file).all(([file]) => !fresh.has(file) && fs.existsSync(file));
    writeStore(this.file, new Map([...others, ...fresh]));
  }
}

/** The `require` of a module, as Node.js makes it. */
function requireOf(module: NodeJS.Module): NodeJS.Require {
  const resolve = (request: string, options?: object) => internals._resolveFilename(request, module, false, options);
  return Object.assign((request: string): unknown => module.require(request), {
    resolve: Object.assign(resolve, { paths: (request: string) => internals._resolveLookupPaths(request, module) }),
    main: process.mainModule,
    extensions: internals._extensions,
    cache: internals._cache,
  }) as NodeJS.Require;
}

/** The file of a store: code is of use to the same version of V8 under the same flags. */
function storeAt(place: string): string {
  return `${place}-${v8.cachedDataVersionTag().toString(16)}.code`;
}

/** Whether Node.js compiles as it does by itself: a debugger, source maps and coverage take part in how it does. */
function compilesPlainly(): boolean {
  const options = [...process.execArgv, process.env["NODE_OPTIONS"] ?? ""].join(" ");
  return !/--(inspect|enable-source-maps)/.test(options) && process.env["NODE_V8_COVERAGE"] === undefined;
}

/**
 * Lets V8 run a function longer before it optimizes it, twice its default: most of these processes end before optimized
 * code has paid for itself. Without, a preview of `dev` takes 11 % more of the processor, and of 1,000 volumes 29 %. Later
 * versions than that of Node.js 20 know no such flag, and optimize in cheaper steps.
 */
function optimizeLater(): void {
  if (process.versions.v8.startsWith("11.")) {
    v8.setFlagsFromString("--interrupt-budget=250000");
  }
}

/** Keeps the bytecode of preflight's own bundle, beside it. */
export function keepCompiledBundle(bundle: string): void {
  optimizeLater();
  if (compilesPlainly()) {
    const cache = CodeCache.install(storeAt(bundle), (file) => file === bundle);
    process.once("exit", () => cache.save());
  }
}

/**
 * Keeps the bytecode of what this process loads: the packages that are installed beside Pulumi's SDK, and the project
 * that they are installed in.
 */
export function keepCompiledProgram(): void {
  const [, packages, project = "", started = ""] = SDK_COMMAND.exec(process.argv[1] ?? "") ?? [];
  if (packages === undefined || !isChildOfPreflight()) {
    return;
  }
  optimizeLater();
  if (!compilesPlainly()) {
    return;
  }
  // Pulumi's SDK sets this as it loads, and no code that was compiled before would be of use after.
  v8.setFlagsFromString("--allow-natives-syntax");
  const cache = CodeCache.install(
    storeAt(path.join(packages, ".cache", "preflight", started)),
    // Node.js looks files up faster below a first module that it ran itself.
    (file) => file !== process.argv[1] && (file.startsWith(project) || INSTALLED.test(file)),
  );
  process.once("exit", () => cache.save());
  if (started === "run-policy-pack") {
    // A pack serves until it is told to end; and then it does, as though nobody had listened, unless somebody else does.
    process.once("SIGTERM", () => {
      cache.save();
      if (process.listenerCount("SIGTERM") === 0) {
        process.kill(process.pid, "SIGTERM");
      }
    });
  }
}
