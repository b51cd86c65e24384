import * as fs from "node:fs";
import { createRequire } from "node:module";
import * as path from "node:path";
import { parse, type ParseError } from "jsonc-parser";

interface TypeScriptParser {
  parseConfigFileTextToJson(file: string, text: string): { config?: unknown; error?: unknown };
}

/** TypeScript's reader of a tsconfig.json's text, without TypeScript where the text has no mistake. */
export function parseConfigText(real: () => TypeScriptParser): TypeScriptParser["parseConfigFileTextToJson"] {
  return (file, text) => {
    const config = parseJsonWithComments(text);
    return config === undefined ? real().parseConfigFileTextToJson(file, text) : { config };
  };
}

function parseJsonWithComments(text: string): Record<string, unknown> | undefined {
  const errors: ParseError[] = [];
  const value = parse(text, errors, { allowTrailingComma: true }) as unknown;
  return errors.length === 0 && typeof value === "object" && value !== null && !Array.isArray(value)
    ? (value as Record<string, unknown>)
    : undefined;
}

/**
 * A tsconfig.json and all that it extends, from the file up.
 *
 * @param above The files that extend this one.
 * @returns Their contents; `undefined` where one can't be read or found, or extends itself.
 */
export function configChain(file: string, above: string[] = []): Record<string, unknown>[] | undefined {
  if (above.includes(file)) {
    return undefined;
  }
  let text: string;
  try {
    text = fs.readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
  const config = parseJsonWithComments(text);
  if (config === undefined) {
    return undefined;
  }
  const chain = [config];
  const bases = config["extends"] === undefined ? [] : [config["extends"]].flat();
  for (const base of bases) {
    const found = typeof base === "string" ? resolveBase(base, file) : undefined;
    const rest = found === undefined ? undefined : configChain(found, [...above, file]);
    if (rest === undefined) {
      return undefined;
    }
    chain.push(...rest);
  }
  return chain;
}

function resolveBase(base: string, from: string): string | undefined {
  const names = [base, `${base}.json`, `${base}/tsconfig.json`];
  if (/^\.{1,2}([\\/]|$)/.test(base) || path.isAbsolute(base)) {
    const files = names.map((name) => path.resolve(path.dirname(from), name));
    return files.find((file) => fs.existsSync(file) && fs.statSync(file).isFile());
  }
  const require = createRequire(from);
  for (const name of names) {
    try {
      return require.resolve(name);
    } catch {
      // The next name may be there.
    }
  }
  return undefined;
}
