/**
 * Values as Pulumi's CLI, a Go program, reads them from YAML and writes them as JSON.
 *
 * A program sees configuration only as text, so `1.0`, `0x10`, `yes` and `2020-01-02` must become the text that the CLI
 * makes of them, not what another YAML reader would.
 */

/** A value as Go reads it: a bigint is an integer, a number a float. */
export type GoValue = null | boolean | bigint | number | string | GoTime | GoValue[] | GoMap;

/** An object; its keys keep the file's order. */
export type GoMap = Map<string, GoValue>;

/** A timestamp, in the two ways in which the CLI writes one. */
export class GoTime {
  /**
   * @param text How a stack's value is written: `2020-01-02 00:00:00 +0000 UTC`.
   * @param rfc3339 How a default in Pulumi.yaml is written: `2020-01-02T00:00:00Z`.
   */
  constructor(
    readonly text: string,
    readonly rfc3339: string,
  ) {}
}

const MAX_INT64 = 2n ** 63n - 1n;
const MIN_INT64 = -(2n ** 63n);
const MAX_UINT64 = 2n ** 64n - 1n;

const WORDS = new Map<string, GoValue>([
  ...["", "~", "null", "Null", "NULL"].map((word): [string, GoValue] => [word, null]),
  ...["true", "True", "TRUE"].map((word): [string, GoValue] => [word, true]),
  ...["false", "False", "FALSE"].map((word): [string, GoValue] => [word, false]),
  ...[".nan", ".NaN", ".NAN"].map((word): [string, GoValue] => [word, NaN]),
  ...[".inf", ".Inf", ".INF", "+.inf", "+.Inf", "+.INF"].map((word): [string, GoValue] => [word, Infinity]),
  ...["-.inf", "-.Inf", "-.INF"].map((word): [string, GoValue] => [word, -Infinity]),
]);

/** The value of a plain (unquoted) YAML scalar. `yes`, `no`, `on` and `off` are text. */
export function resolvePlainScalar(text: string): GoValue {
  const word = WORDS.get(text);
  if (word !== undefined) {
    return word;
  }
  if (!/^[-+.\d]/.test(text)) {
    return text;
  }
  // Underscores may stand anywhere in a number but at its start, and not in one that starts with a point.
  const digits = text.startsWith(".") ? text : text.replaceAll("_", "");
  return resolveTime(text) ?? resolveInteger(digits) ?? resolveFloat(digits) ?? text;
}

function resolveInteger(text: string): bigint | undefined {
  const match = /^([-+]?)(?:0[xX]([\da-fA-F]+)|0[bB]([01]+)|0[oO]?([0-7]+)|(0|[1-9]\d*))$/.exec(text);
  if (match === null) {
    return undefined;
  }
  const [, sign, hex, binary, octal, decimal] = match;
  const size = BigInt(
    hex !== undefined ? `0x${hex}` : binary ? `0b${binary}` : octal ? `0o${octal}` : (decimal ?? "0"),
  );
  const value = sign === "-" ? -size : size;
  return value < MIN_INT64 || value > (sign === "" ? MAX_UINT64 : MAX_INT64) ? undefined : value;
}

function resolveFloat(text: string): number | undefined {
  const value = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/.test(text) ? Number(text) : NaN;
  return Number.isFinite(value) ? value : undefined;
}

function resolveTime(text: string): GoTime | undefined {
  const match =
    /^(\d{4})-(\d{1,2})-(\d{1,2})(?:(?:[Tt](\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?(Z|[-+]\d\d:\d\d))|(?: (\d{1,2}):(\d{1,2}):(\d{1,2})(\.\d+)?))?$/.exec(
      text,
    );
  if (match === null) {
    return undefined;
  }
  const [year, month, day, hour, minute, second] = [
    match[1],
    match[2],
    match[3],
    match[4] ?? match[9] ?? "0",
    match[5] ?? match[10] ?? "0",
    match[6] ?? match[11] ?? "0",
  ].map(Number) as [number, number, number, number, number, number];
  const last = new Date(Date.UTC(2000 + (year % 400), month, 0)).getUTCDate();
  if (month < 1 || month > 12 || day < 1 || day > last || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const two = (value: number): string => String(value).padStart(2, "0");
  const fraction = (match[7] ?? match[12] ?? "").slice(0, 10).replace(/\.?0*$/, "");
  const date = `${match[1]}-${two(month)}-${two(day)}`;
  const time = `${two(hour)}:${two(minute)}:${two(second)}${fraction}`;
  const zone = match[8] ?? "Z";
  const isUtc = zone === "Z" || zone === "+00:00" || zone === "-00:00";
  const offset = zone.replace(":", "");
  return new GoTime(
    `${date} ${time} ${isUtc ? "+0000 UTC" : `${offset} ${offset}`}`,
    `${date}T${time}${isUtc ? "Z" : zone}`,
  );
}

/** Encodes a value as Go's encoding/json does: keys sorted, and `<`, `>` and `&` escaped. */
export function goJson(value: GoValue): string {
  if (value === null || typeof value === "boolean") {
    return String(value);
  }
  if (typeof value === "bigint") {
    return String(value);
  }
  if (typeof value === "number") {
    return JSON.stringify(value);
  }
  if (typeof value === "string") {
    return goEscape(JSON.stringify(value));
  }
  if (value instanceof GoTime) {
    return goJson(value.rfc3339);
  }
  if (Array.isArray(value)) {
    return `[${value.map(goJson).join(",")}]`;
  }
  const keys = [...value.keys()].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return `{${keys.map((key) => `${goJson(key)}:${goJson(value.get(key) ?? null)}`).join(",")}}`;
}

/** JSON with the characters escaped that Go's encoding/json escapes beside those that JSON requires. */
export function goEscape(json: string): string {
  return json.replace(/[<>&\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Whether an integer fits the 64 bits with a sign that the CLI keeps inside objects; others become floats there. */
export function isInt64(value: bigint): boolean {
  return value >= MIN_INT64 && value <= MAX_INT64;
}

/** What a value is, in the words of an error message. */
export function describeKind(value: GoValue | undefined): string {
  if (value === undefined) {
    return "missing";
  }
  if (value === null) {
    return "empty";
  }
  if (Array.isArray(value)) {
    return "a list";
  }
  if (value instanceof Map) {
    return "an object";
  }
  if (value instanceof GoTime) {
    return `the date ${value.text}`;
  }
  const text = typeof value === "string" ? JSON.stringify(value) : goJson(value);
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** How much of a value an error message shows, in characters. */
const SHOWN_LENGTH = 60;
