import * as fs from "node:fs";
import * as path from "node:path";
import { INSTALLED } from "./code-cache";
import { CompileCache } from "./compile-cache";
import { configChain } from "./tsconfig";

/** What Pulumi's SDK hands to ts-node. */
interface RegisterOptions {
  compiler?: string;
  transpileOnly?: boolean;
  typeCheck?: boolean;
  ignoreDiagnostics?: number[];
  project?: string;
  skipProject?: boolean;
  compilerOptions?: Record<string, unknown>;
}

/** What is used of ts-node. */
interface TsNode {
  VERSION: string;
  register(options?: RegisterOptions | null): Pick<TsNodeService, "compile">;
  create(options: RegisterOptions): TsNodeService;
}

interface TsNodeService {
  ignored(file: string): boolean;
  compile(code: string, file: string): string;
}

/** The keys of a tsconfig's `ts-node` section that change nothing but type checks, which no preview does. */
const HARMLESS = new Set(["transpileOnly", "typeCheck", "files", "pretty"]);

/** TypeScript's complaints about a tsconfig.json itself: what it cannot read, and options that it does not know. */
const CONFIG_COMPLAINTS = new Set([5012, 5023, 5024, 5025, 5058, 5083, 5092]);

/** TypeScript's complaints about options that do not go together: the rest of 5000 to 5199. */
const OPTION_COMPLAINTS = Array.from({ length: 200 }, (_, index) => 5000 + index).filter(
  (code) => !CONFIG_COMPLAINTS.has(code),
);

/**
 * No checks. Without them, TypeScript complains of options that it passes over when it checks: where a tsconfig.json says
 * no more than `"module": "commonjs"`, it would refuse what the SDK adds to that.
 */
const UNCHECKED = { transpileOnly: true, typeCheck: false, ignoreDiagnostics: OPTION_COMPLAINTS };

/** The first version of ts-node that can compile a file without being registered; Pulumi's SDK brings an older one. */
const FIRST_WITH_SERVICE = 9;

/**
 * What replaces parts of ts-node as Pulumi's SDK uses it: types are never checked, since that is `tsc`'s work and costs
 * seconds, and what was compiled once is kept: without, a preview of `dev` takes 117 % more of the processor on Node.js 20,
 * and 120 % on 24. Everything else, and every setting that this does not know, is ts-node's.
 *
 * @param real Loads the project's own ts-node.
 */
export function tsNodeShim(
  real: () => TsNode,
  version: string,
  typescriptVersion: (compiler: string) => string,
): Pick<TsNode, "VERSION" | "register"> {
  return {
    VERSION: version,
    register: (given) => {
      const options = { ...given, ...UNCHECKED };
      const settings = cacheableSettings(options);
      if (settings === undefined) {
        return real().register(options);
      }
      const current = parseInt(version) >= FIRST_WITH_SERVICE;
      let service: TsNodeService | undefined;
      const create = () => (service ??= current ? real().create(options) : createByRegistering(real(), options));
      const compiler = typescriptVersion(options.compiler ?? "typescript");
      const cache = CompileCache.open(JSON.stringify([version, compiler, options, settings]));
      refuseWrongConfig(cache, configFile(options), settings, create);
      registerExtensions(cache, create, current ? [".ts", ".tsx", ".cts"] : [".ts", ".tsx"]);
      if (current) {
        leaveToTsNode(".mts", () => real().register(options));
      }
      return { compile: (code, file) => create().compile(code, file) };
    },
  };
}

/** The same for the thread in which the SDK has a program's ES modules compiled: no types checked, and no cache. */
export function tsNodeForEsModules(real: () => TsNode): Pick<TsNode, "register"> {
  return { register: (given) => real().register({ ...given, ...UNCHECKED }) };
}

/**
 * Has ts-node read the tsconfig.json once for each content, whether or not there is anything to compile: it ends the
 * process where TypeScript does not know an option.
 */
function refuseWrongConfig(
  cache: CompileCache | undefined,
  file: string,
  settings: unknown[],
  create: () => unknown,
): void {
  if (settings.length > 0 && cache?.find(file, []) === undefined) {
    create();
    cache?.keep(file, [], "");
  }
}

/** Everything outside a source file that its compilation depends on; `undefined` where that can't be told for sure. */
function cacheableSettings(options: RegisterOptions): unknown[] | undefined {
  if (Object.keys(process.env).some((key) => key.startsWith("TS_NODE_"))) {
    return undefined;
  }
  const chain = options.skipProject === true ? [] : configChain(configFile(options));
  const simple = chain?.every((config) => {
    const section = (config["ts-node"] ?? {}) as Record<string, unknown>;
    const compilerOptions = (config["compilerOptions"] ?? {}) as Record<string, unknown>;
    return Object.keys(section).every((key) => HARMLESS.has(key)) && compilerOptions["allowJs"] !== true;
  });
  return simple === true ? chain : undefined;
}

function configFile(options: RegisterOptions): string {
  return path.resolve(options.project ?? "tsconfig.json");
}

type Extension = (module: NodeJS.Module, file: string) => void;
type Compile = (this: unknown, code: string, file: string) => unknown;

/** Leaves files of an extension to ts-node, which is registered when the first of them is loaded. */
function leaveToTsNode(extension: string, register: () => unknown): void {
  const extensions = require.extensions as Record<string, Extension | undefined>;
  extensions[extension] = (module, file) => {
    extensions[extension] = extensions[".js"];
    register();
    extensions[extension]?.(module, file);
  };
}

/** The compiler of a ts-node that gives it only to those who register it; the hooks on `require` stay as they were. */
function createByRegistering(tsNode: TsNode, options: RegisterOptions): TsNodeService {
  const before = { ...require.extensions };
  const { compile } = tsNode.register(options);
  Object.keys(require.extensions).forEach((extension) => delete require.extensions[extension]);
  Object.assign(require.extensions, before);
  return { compile, ignored: (file) => INSTALLED.test(file) };
}

/** Compiles files on `require`, as ts-node's own hooks do. */
function registerExtensions(
  cache: CompileCache | undefined,
  service: () => TsNodeService,
  compiled: readonly string[],
): void {
  const extensions = require.extensions as Record<string, Extension | undefined>;
  const loadJavaScript = extensions[".js"];
  for (const extension of compiled) {
    const before = extensions[extension] ?? loadJavaScript;
    extensions[extension] = (module, file) => {
      const compiling = module as unknown as { _compile: Compile };
      const compile = compiling._compile;
      compiling._compile = function (code, name) {
        const key = [packageType(name), code];
        let output = cache?.find(name, key);
        if (output === undefined) {
          if (service().ignored(name)) {
            return compile.call(this, code, name);
          }
          output = service().compile(code, name);
          cache?.keep(name, key, output);
        }
        return compile.call(this, output, name);
      };
      before?.(module, file);
    };
  }
}

const packageTypes = new Map<string, string>();

/** The `type` of the package that a file belongs to, which decides the module format that TypeScript emits. */
function packageType(file: string): string {
  const directory = path.dirname(file);
  let type = packageTypes.get(directory);
  if (type === undefined) {
    const manifest = path.join(directory, "package.json");
    type = fs.existsSync(manifest)
      ? ((JSON.parse(fs.readFileSync(manifest, "utf8")) as { type?: string }).type ?? "commonjs")
      : directory === path.dirname(directory)
        ? "commonjs"
        : packageType(directory);
    packageTypes.set(directory, type);
  }
  return type;
}
