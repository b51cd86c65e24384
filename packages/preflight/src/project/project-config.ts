import { didYouMean } from "../files/closest";
import { configTypeName, fitsType } from "./config-type";
import { describeKind, type GoMap, type GoValue } from "../files/go-values";
import { type MarkupPath } from "../files/markup";
import { type Problems, textAt } from "../files/problems";
import { type ConfigType, type ProjectConfigEntry } from "./types";

const TYPES = ["string", "integer", "boolean", "array", "object"];

const ENTRY_KEYS = ["type", "items", "description", "secret", "default", "value"];

/**
 * Reads the `config` block of Pulumi.yaml: what every stack must set, of which type, and the values of those that do not.
 *
 * A key without a namespace, or with the project's, declares configuration of the program; any other sets a value, as
 * `aws:region`.
 */
export function readProjectConfig(
  project: string,
  value: GoValue | undefined,
  problems: Problems,
): Map<string, ProjectConfigEntry> {
  const entries = new Map<string, ProjectConfigEntry>();
  if (value instanceof Map) {
    for (const [key, declared] of value) {
      const own = !key.includes(":") || key.startsWith(`${project}:`);
      entries.set(key, readEntry(key, own, declared, problems));
    }
  } else if (value !== undefined && value !== null && typeof value !== "string") {
    problems.add(["config"], `\`config\` must be an object, but is ${describeKind(value)}; give it keys or remove it.`);
  }
  return entries;
}

function readEntry(key: string, own: boolean, declared: GoValue, problems: Problems): ProjectConfigEntry {
  const path = ["config", key];
  if (isShorthand(declared)) {
    return { secret: false, default: declared };
  }
  if (!(declared instanceof Map)) {
    const found = describeKind(declared);
    problems.add(
      path,
      `\`config.${key}\` must be text, a whole number, true, false, a list or an object, but is ${found}.`,
    );
    return { secret: false };
  }
  checkKeys(path, declared, ENTRY_KEYS, problems);
  const type = declared.has("type") ? readType(path, declared, problems) : undefined;
  const fallback = declared.get("default") ?? declared.get("value") ?? null;
  const secret = declared.get("secret") ?? false;
  if (typeof secret !== "boolean") {
    problems.add(
      [...path, "secret"],
      `\`config.${key}.secret\` must be true or false, but is ${describeKind(secret)}.`,
    );
  }
  textAt([...path, "description"], declared.get("description"), "put it in quotes", problems);
  checkEntry(path, own, type, declared, problems);
  return {
    ...(type === undefined ? {} : { type }),
    secret: secret === true,
    ...(fallback === null ? {} : { default: fallback }),
  };
}

/** Whether a value stands for itself, rather than for a declaration. Other numbers must be declared. */
function isShorthand(value: GoValue): boolean {
  return Array.isArray(value) || ["string", "bigint", "boolean"].includes(typeof value);
}

function checkEntry(
  path: string[],
  own: boolean,
  type: ConfigType | undefined,
  declared: GoMap,
  problems: Problems,
): void {
  const key = path.join(".");
  const fallback = declared.get("default") ?? null;
  const value = declared.get("value") ?? null;
  if (fallback !== null && value !== null) {
    problems.add(path, `\`${key}\` has both \`default\` and \`value\`; keep one.`);
  } else if (own) {
    if (type !== undefined && fallback !== null && !fitsType(type, fallback)) {
      const found = describeKind(fallback);
      problems.add(
        [...path, "default"],
        `\`${key}.default\` must be of type ${configTypeName(type)}, but is ${found}.`,
      );
    }
  } else if (type !== undefined) {
    problems.add([...path, "type"], `\`${key}\` is another package's and takes no \`type\`; keep \`value\` only.`);
  } else if (fallback !== null) {
    problems.add(
      [...path, "default"],
      `\`${key}\` is another package's and takes no \`default\`; write \`value\` instead.`,
    );
  } else if (value === null) {
    problems.add(path, `\`${key}\` is another package's and has no \`value\`; give it one.`);
  }
}

function readType(path: MarkupPath, declared: GoMap, problems: Problems): ConfigType | undefined {
  const type = declared.get("type");
  const key = path.join(".");
  if (typeof type !== "string" || !TYPES.includes(type)) {
    const found = describeKind(type);
    const hint = didYouMean(typeof type === "string" ? type : "", TYPES, "correct it.");
    problems.add([...path, "type"], `\`${key}.type\` must be one of ${TYPES.join(", ")}, but is ${found}; ${hint}`);
    return undefined;
  }
  if (type !== "array") {
    return { type };
  }
  const items = declared.get("items");
  if (!(items instanceof Map)) {
    problems.add(path, `\`${key}\` is an array and must say of what; add \`items: { type: string }\` or another type.`);
    return undefined;
  }
  checkKeys([...path, "items"], items, ["type", "items"], problems);
  const inner = readType([...path, "items"], items, problems);
  return inner === undefined ? undefined : { type, items: inner };
}

function checkKeys(path: MarkupPath, value: GoMap, known: string[], problems: Problems): void {
  for (const key of value.keys()) {
    if (!known.includes(key)) {
      const fix = didYouMean(key, known, `it takes ${known.join(", ")}.`, (near) => `\`${near}\``);
      problems.add([...path, key], `\`${path.join(".")}\` has the unknown key \`${key}\`; ${fix}`);
    }
  }
}
