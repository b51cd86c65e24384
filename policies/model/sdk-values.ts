import { unknownCheckingProxy } from "@pulumi/policy";
import { UNKNOWN } from "./reading";

type Properties = Record<string, unknown>;

/** The SDK's declarations name the function and leave its type out. */
export const throwOnUnknown = unknownCheckingProxy as (properties: Properties) => Properties;

/** What the SDK's proxies give for the object behind them. */
const TARGET = "__getSpecialProxyTarget";

/** The form of the texts that stand for what is known only at deployment. */
const MARK = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The object behind all proxies. */
export function target(value: unknown): unknown {
  const behind = typeof value === "object" && value !== null ? (value as Properties)[TARGET] : undefined;
  return behind === undefined ? value : target(behind);
}

/**
 * A copy of properties without the SDK's proxies, in which what is known only at deployment is {@link UNKNOWN}. A proxy
 * makes an error, with its stack, whenever such a value is read, and rules read much and often.
 */
export function readable(properties: unknown): unknown {
  return copyOf(target(properties));
}

function copyOf(value: unknown): unknown {
  if (typeof value === "string") {
    return isMark(value) ? UNKNOWN : value;
  }
  if (Array.isArray(value)) {
    return value.map(copyOf);
  }
  return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key, copyOf(item)])) : value;
}

/** Whether a value is an object of the program's own, and no asset, archive or secret. */
export function isObject(value: unknown): value is Properties {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}

const marks = new Map<string, boolean>();

/** Whether a text stands for an unknown value, as the SDK has it. */
function isMark(text: string): boolean {
  if (!MARK.test(text)) {
    return false;
  }
  const known = marks.get(text);
  const is = known ?? throws(() => throwOnUnknown({ text })["text"]);
  marks.set(text, is);
  return is;
}

function throws(read: () => unknown): boolean {
  try {
    read();
    return false;
  } catch {
    return true;
  }
}
