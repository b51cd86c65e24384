import { didYouMean } from "../files/closest";
import { describeKind, type GoMap, type GoValue } from "../files/go-values";
import { type MarkupPath } from "../files/markup";
import { type Problems } from "../files/problems";
import { splitShellWords } from "./shell-words";
import { type RuntimeOptions } from "./types";

/** The one runtime whose programs preflight runs. */
const RUNTIME = "nodejs";

const PACKAGE_MANAGERS = ["auto", "npm", "yarn", "pnpm", "bun"];

/** What the language host does where the file says nothing. */
const DEFAULTS: RuntimeOptions = { typescript: true, nodeArgs: [] };

/**
 * Reads `runtime` of a project's or a pack's file, a name or an object, by the rules of Pulumi's Node.js language host.
 *
 * @param subject What has the runtime: "project" or "policy pack".
 */
export function readRuntime(value: GoValue | undefined, subject: string, problems: Problems): RuntimeOptions {
  if (value instanceof Map) {
    checkKeys(value, problems);
    checkName(["runtime", "name"], value.get("name"), subject, problems);
    return readOptions(value.get("options"), value.has("options"), problems);
  }
  checkName(["runtime"], value, subject, problems);
  return DEFAULTS;
}

function checkKeys(runtime: GoMap, problems: Problems): void {
  const known = ["name", "options"];
  for (const key of runtime.keys()) {
    if (!known.includes(key)) {
      const fix = didYouMean(key, known, "remove it or move it under `options`.", (near) => `\`${near}\``);
      problems.add(["runtime", key], `\`runtime\` takes \`name\` and \`options\`, but has \`${key}\`; ${fix}`);
    }
  }
}

function checkName(path: MarkupPath, name: GoValue | undefined, subject: string, problems: Problems): void {
  const key = path.join(".");
  if (typeof name !== "string" || name === "") {
    problems.add(
      path,
      `\`${key}\` must name the runtime, but is ${describeKind(name)}; write \`runtime: ${RUNTIME}\`.`,
    );
  } else if (name !== RUNTIME) {
    problems.add(
      path,
      `the ${subject}'s runtime is ${JSON.stringify(name)}, but preflight runs ${RUNTIME} only; ` +
        `preview this ${subject} with \`pulumi preview\`, or point preflight at one with \`runtime: ${RUNTIME}\`.`,
    );
  }
}

function readOptions(value: GoValue | undefined, given: boolean, problems: Problems): RuntimeOptions {
  const path = ["runtime", "options"];
  if (!given) {
    return DEFAULTS;
  }
  if (!(value instanceof Map)) {
    problems.add(
      path,
      `\`runtime.options\` must be an object, but is ${describeKind(value)}; give it keys or remove it.`,
    );
    return DEFAULTS;
  }
  const typescript = flag("typescript", value, problems);
  flag("production", value, problems);
  const manager = word("packagemanager", value, problems);
  if (manager !== undefined && !PACKAGE_MANAGERS.includes(manager)) {
    const allowed = PACKAGE_MANAGERS.join(", ");
    problems.add(
      [...path, "packagemanager"],
      `\`runtime.options.packagemanager\` must be one of ${allowed}, but is "${manager}".`,
    );
  }
  const tsconfig = word("tsconfig", value, problems);
  return {
    typescript: typescript ?? DEFAULTS.typescript,
    ...(tsconfig === undefined || tsconfig === "" ? {} : { tsconfig }),
    nodeArgs: nodeArguments(word("nodeargs", value, problems) ?? "", problems),
  };
}

function nodeArguments(text: string, problems: Problems): string[] {
  const words = splitShellWords(text);
  if (words === undefined) {
    const path = ["runtime", "options", "nodeargs"];
    problems.add(path, "`runtime.options.nodeargs` ends within quotes or after a backslash; close them.");
  }
  return words ?? [];
}

function flag(name: string, options: GoMap, problems: Problems): boolean | undefined {
  return option(name, options, "boolean", "true or false, without quotes", problems) as boolean | undefined;
}

function word(name: string, options: GoMap, problems: Problems): string | undefined {
  return option(name, options, "string", "text", problems) as string | undefined;
}

function option(name: string, options: GoMap, type: string, allowed: string, problems: Problems): GoValue | undefined {
  const value = options.get(name);
  if (!options.has(name) || typeof value === type) {
    return value;
  }
  const path = ["runtime", "options", name];
  problems.add(path, `\`${path.join(".")}\` must be ${allowed}, but is ${describeKind(value)}; correct or remove it.`);
  return undefined;
}
