import { type ConfigMap, type ConfigValue } from "./config-value";
import { isInt64 } from "../../files/go-values";

/** A key of Pulumi.yaml's `config` block may lead into an object or a list, as `network.cidrs[0]`. */
export type ConfigPath = [string, ...(string | number)[]];

/**
 * Takes apart a key's name.
 *
 * @returns `undefined` where the name is no path, as `a..b` or `a[x]`.
 */
export function parseConfigPath(name: string): ConfigPath | undefined {
  const steps: (string | number)[] = [];
  const pattern = /\[(\d+)\]|\["((?:\\"|[^"])*)"\]|(\.?)([^.[]+)/y;
  while (pattern.lastIndex < name.length) {
    const match = pattern.exec(name);
    const [, index, quoted, point, word] = match ?? [];
    // A name needs a point before it, unless it is the first.
    if (match === null || (word !== undefined && (point === "") !== (match.index === 0))) {
      return undefined;
    }
    steps.push(index !== undefined ? Number(index) : (quoted?.replaceAll('\\"', '"') ?? word ?? ""));
  }
  const [first, ...rest] = steps;
  return typeof first === "string" && first !== "" ? [first, ...rest] : undefined;
}

/** The value that a path leads to, from the value of its first step; `undefined` where there is none. */
export function valueAt(root: ConfigValue | undefined, path: (string | number)[]): ConfigValue | undefined {
  return path.reduce<ConfigValue | undefined>((value, step) => {
    if (Array.isArray(value)) {
      return typeof step === "number" ? value[step] : undefined;
    }
    return value instanceof Map && typeof step === "string" ? value.get(step) : undefined;
  }, root);
}

/**
 * A value with another set where a path leads, and the objects and lists on the way made.
 *
 * @throws {@link RangeError} where something on the way is neither, or the path leads beyond a list's end.
 */
export function withValueAt(root: ConfigValue | undefined, path: (string | number)[], value: ConfigValue): ConfigValue {
  return place(root ?? null, path, typeof value === "string" ? coerce(value) : value, true);
}

function place(into: ConfigValue, path: (string | number)[], value: ConfigValue, outermost: boolean): ConfigValue {
  const [step, ...rest] = path;
  if (step === undefined) {
    return value;
  }
  const isContainer = Array.isArray(into) || into instanceof Map;
  if (!isContainer && into !== null && !outermost) {
    throw new RangeError(`there is neither an object nor a list to set ${JSON.stringify(step)} in`);
  }
  if (typeof step === "string") {
    const map: ConfigMap = new Map(into instanceof Map ? into : isContainer ? mismatch("a list", step) : []);
    return map.set(step, place(map.get(step) ?? null, rest, value, false));
  }
  const list: ConfigValue[] = Array.isArray(into) ? [...into] : isContainer ? mismatch("an object", step) : [];
  if (isContainer && step > list.length) {
    throw new RangeError(`the list has ${list.length} items, so that [${step}] is beyond its end`);
  }
  while (list.length < step) {
    list.push(null);
  }
  list[step] = place(list[step] ?? null, rest, value, false);
  return list;
}

function mismatch(found: string, step: string | number): never {
  throw new RangeError(`there is ${found}, in which ${JSON.stringify(step)} cannot be set`);
}

/** Within an object the CLI makes booleans and integers of texts that read as such. */
function coerce(text: string): ConfigValue {
  if (text === "true" || text === "false") {
    return text === "true";
  }
  const isInteger = /^[-+]?\d+$/.test(text) && !(text.length > 1 && text.startsWith("0"));
  const value = isInteger ? BigInt(text.replace("+", "")) : undefined;
  return value !== undefined && isInt64(value) ? value : text;
}
