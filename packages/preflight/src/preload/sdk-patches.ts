import Module, { createRequire } from "node:module";
import { type inspect } from "node:util";
import { computedOutputs } from "./computed-outputs";
import { CompileCache } from "./compile-cache";
import { openInspectorLate } from "./late-inspector";
import { makeAllOutputs, makeOutputsWhenRead } from "./lazy-outputs";
import { MISSING_LOOKUP, PLACEHOLDER_TOKEN } from "../protocol/missing-lookup";
import { SOCKET_VARIABLE } from "../protocol/environment";
import { isChildOfPreflight, tellPreflight } from "./parent";
import { Turns } from "./turns";

type Exports = Record<string, unknown>;
type AnyFunction = (...args: unknown[]) => unknown;

const turns = new Turns();

/** The SDK's files that are looked at, and what is done once one is loaded. */
const PATCHES: Record<string, (exports: Exports) => void> = {
  "@pulumi/pulumi/resource.js": sendNoSourcePositions,
  "@pulumi/pulumi/runtime/resource.js": watchRegistrations,
  "@pulumi/pulumi/runtime/rpc.js": (exports) => {
    keepSecretArguments(exports);
    makeFewerOutputs(exports);
    wrap(exports, "serializeResourceProperties", (original) => turns.inTurn(original as () => Promise<unknown>));
  },
  "@pulumi/pulumi/proto/resource_grpc_pb.js": (exports) => {
    const client = exports["ResourceMonitorClient"] as { prototype: Exports };
    wrap(client.prototype, "registerResource", (original) => turns.counted(original));
  },
  "@pulumi/pulumi/runtime/invoke.js": answerMissingLookups,
  "@pulumi/pulumi/log/index.js": logNoDebugging,
  "@pulumi/pulumi/runtime/closure/v8Hooks.js": openInspectorLate,
  "@pulumi/pulumi/runtime/closure/createClosure.js": makeOutputsBeforeSerialization,
  "source-map-support/source-map-support.js": readCompiledSources,
};

/** The SDK's files whose source is changed before it is compiled. */
const REWRITES: Record<string, (source: string) => string> = {
  "@pulumi/pulumi/runtime/debuggable.js": takeNoStackTraces,
  "@pulumi/policy/server.js": serveAtSocket,
};

/** Looks at each file of Pulumi's SDK as it loads, and adds what a preview needs of it. */
export function watchSdk(): void {
  const extensions = (
    Module as unknown as { _extensions: Record<string, (module: NodeJS.Module, file: string) => void> }
  )._extensions;
  const load = extensions[".js"];
  extensions[".js"] = (module, file) => {
    const slashed = file.replaceAll("\\", "/");
    const rewrite = Object.entries(REWRITES).find(([suffix]) => slashed.endsWith(suffix))?.[1];
    if (rewrite !== undefined) {
      rewriteSource(module, rewrite);
    }
    load?.(module, file);
    for (const [suffix, patch] of Object.entries(PATCHES)) {
      if (slashed.endsWith(suffix)) {
        patch(module.exports as Exports);
      }
    }
  };
}

/** Whether the program is run to find the promises that it leaves behind: all are to be there, with their stack traces. */
const DEBUGS_PROMISES = Boolean(process.env["PULUMI_DEBUG_PROMISE_LEAKS"]);

function rewriteSource(module: NodeJS.Module, rewrite: (source: string) => string): void {
  type Compile = (this: unknown, source: string, file: string) => unknown;
  const compiling = module as unknown as { _compile: Compile };
  const compile = compiling._compile;
  compiling._compile = function (source, file) {
    return compile.call(this, rewrite(source), file);
  };
}

/**
 * The SDK takes a stack trace of each promise for a debugging aid that is off: with them, a preview of `dev` takes 20 % more
 * of the processor on Node.js 20 and 24 % on 24.
 */
function takeNoStackTraces(source: string): string {
  return DEBUGS_PROMISES ? source : source.replace("new Error().stack", "undefined");
}

/** A pack's policies are served at a port, where any process of the machine could turn them off: a Unix socket instead. */
function serveAtSocket(source: string): string {
  if (!isChildOfPreflight() || process.env[SOCKET_VARIABLE] === undefined) {
    return source;
  }
  // The same text in each process, so that its bytecode is of use to the next. The pack may print a number itself, so that
  // the socket is told by its name.
  const socket = `"unix:" + process.env.${SOCKET_VARIABLE}`;
  const served = source.replace(/console\.log\(port(\.toString\(\))?\)/, `console.log(${socket})`);
  return served === source ? source : served.replace('"127.0.0.1:0"', socket);
}

function wrap(exports: Exports, name: string, make: (original: AnyFunction) => AnyFunction): void {
  const original = exports[name];
  if (typeof original === "function") {
    exports[name] = make(original as AnyFunction);
  }
}

/** Tells which outputs of a resource its provider computes. */
function watchRegistrations(exports: Exports): void {
  const seen = new Set<unknown>();
  const watch = (original: AnyFunction): AnyFunction =>
    function (this: unknown, ...args) {
      const [resource, , type] = args as [object, unknown, string];
      if (!seen.has(resource.constructor)) {
        seen.add(resource.constructor);
        const outputs = computedOutputs(resource.constructor);
        if (outputs.length > 0) {
          tellPreflight({ computedOutputs: { [type]: outputs } });
        }
      }
      return original.apply(this, args);
    };
  wrap(exports, "registerResource", watch);
  wrap(exports, "readResource", watch);
}

/** Keeps the secrets among a look-up's arguments marked on their way to preflight, which then prints none of them. */
function keepSecretArguments(exports: Exports): void {
  wrap(exports, "unwrapSecretValues", (original) => (value) => [value, (original(value) as [unknown, boolean])[1]]);
}

function makeFewerOutputs(exports: Exports): void {
  if (!DEBUGS_PROMISES) {
    wrap(exports, "transferProperties", makeOutputsWhenRead as unknown as (original: AnyFunction) => AnyFunction);
  }
}

/** A function that becomes a cloud's takes with it what it refers to, property by property. */
function makeOutputsBeforeSerialization(exports: Exports): void {
  wrap(exports, "createClosureInfoAsync", (original) => (...args) => {
    makeAllOutputs();
    return original(...args);
  });
}

interface OutputParts {
  promise(withUnknowns?: boolean): Promise<unknown>;
  isKnown: Promise<boolean>;
  isSecret: Promise<boolean>;
  allResources(): Promise<Set<unknown>>;
  resources(): Set<unknown>;
}

type OutputConstructor = new (
  resources: Set<unknown>,
  promise: Promise<unknown>,
  isKnown: Promise<boolean>,
  isSecret: Promise<boolean>,
  allResources: Promise<Set<unknown>>,
) => unknown;

/**
 * Makes a look-up that was not recorded an unknown in its Output form; in its Promise form it stays an error, unless
 * preflight has something that the program may go on with.
 */
function answerMissingLookups(exports: Exports): void {
  const orIfMissing = <T>(promise: Promise<T>, substitute: T): Promise<T> =>
    promise.catch((error: unknown) => {
      if (isMissingLookup(error)) {
        return substitute;
      }
      throw error;
    });
  wrap(
    exports,
    "invoke",
    (original) =>
      function (this: unknown, ...args) {
        return (original.apply(this, args) as Promise<unknown>).catch(async (error: unknown) => {
          if (!isMissingLookup(error)) {
            throw error;
          }
          const placeholder = original.call(this, PLACEHOLDER_TOKEN, { token: args[0] }) as Promise<unknown>;
          return placeholder.catch(() => {
            throw error;
          });
        });
      },
  );
  const forgive = (original: AnyFunction): AnyFunction =>
    function (this: unknown, ...args) {
      const output = original.apply(this, args) as OutputParts;
      const Output = output.constructor as OutputConstructor;
      return new Output(
        output.resources(),
        orIfMissing(output.promise(true), undefined),
        orIfMissing(output.isKnown, false),
        orIfMissing(output.isSecret, false),
        orIfMissing(output.allResources(), new Set()),
      );
    };
  for (const name of ["invokeOutput", "invokeSingleOutput", "call", "callSingle"]) {
    wrap(exports, name, forgive);
  }
}

function isMissingLookup(error: unknown): boolean {
  return error instanceof Error && error.message.includes(MISSING_LOOKUP);
}

/**
 * The SDK sends each of its debugging messages to the engine, one after the other and several for each resource. No preview
 * shows them. With them, one of `dev` takes 16 % more of the processor on Node.js 20 and 14 % on 24; of 1,000 volumes 79 %.
 */
function logNoDebugging(exports: Exports): void {
  exports["debug"] = () => Promise.resolve();
}

/**
 * The SDK sends the source lines that each resource was made at; a preview shows none. With them, one of `dev` takes 6 % more
 * of the processor on Node.js 20 and 14 % on 24; of 1,000 volumes 19 %.
 */
function sendNoSourcePositions(exports: Exports): void {
  const resource = exports["Resource"] as { callsites?: () => unknown[] } | undefined;
  if (resource?.callsites !== undefined) {
    resource.callsites = () => [];
  }
}

/**
 * Describes errors without colours, which belong to a terminal alone. Colouring also never ends on Node.js 20.20 for a
 * stack trace with a file directly in a scope, `node_modules/@pulumi/config.ts`, as the SDK's source maps have them.
 */
export function describeErrorsPlainly(): void {
  const util = createRequire(__filename)("node:util") as { inspect: typeof inspect };
  const original = util.inspect;
  const plain = (value: unknown, ...rest: unknown[]): string => {
    const [options] = rest;
    const coloured = value instanceof Error && typeof options === "object" && options !== null;
    return (original as AnyFunction)(value, ...(coloured ? [{ ...options, colors: false }] : rest)) as string;
  };
  util.inspect = Object.assign(plain, original);
}

/** Lets stack traces find the lines of TypeScript files whose compiled form came from the cache. */
function readCompiledSources(exports: Exports): void {
  const install = exports["install"] as (options: object) => void;
  install({
    environment: "node",
    handleUncaughtExceptions: false,
    retrieveFile: (file: string) => CompileCache.outputOf(file.replace(/^file:\/\//, "")) ?? null,
  });
}
