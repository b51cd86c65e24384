import { type Checks } from "@groundwork/core";

/**
 * One kind of configuration value: reads it, or records what is wrong with it.
 *
 * @returns undefined if the value is wrong; the checks then end in an error before anybody uses it.
 */
export type Field<T> = (value: unknown, path: string, checks: Checks) => T | undefined;

/** What a field reads. */
export type Read<F> = F extends Field<infer T> ? T : never;

/** What a set of fields reads. */
export type ReadAll<F extends Fields> = { [K in keyof F]: Read<F[K]> };

/** Fields by key. */
export type Fields = Record<string, Field<unknown>>;

/** A text that matches a pattern. */
export function text(pattern: RegExp, expected: string, fix: string): Field<string> {
  return (value, path, checks) => {
    const ok = typeof value === "string" && pattern.test(value);
    return checks.that(ok, path, value, expected, fix) ? (value as string) : undefined;
  };
}

/** A whole number in an inclusive range. */
export function wholeNumber(min: number, max: number, unit: string): Field<number> {
  return (value, path, checks) => {
    const ok = typeof value === "number" && Number.isInteger(value) && value >= min && value <= max;
    const expected = `a whole number from ${min} to ${max} ${unit}`;
    return checks.that(ok, path, value, expected, "set a number in that range, without quotes")
      ? (value as number)
      : undefined;
  };
}

/** Yes or no. */
export const flag: Field<boolean> = (value, path, checks) =>
  checks.that(typeof value === "boolean", path, value, "true or false", "set one of these, without quotes")
    ? (value as boolean)
    : undefined;

/** One of the values of an enum. */
export function oneOf<T extends string>(values: Record<string, T>): Field<T> {
  const allowed: unknown[] = Object.values(values);
  return (value, path, checks) => {
    const expected = `one of ${allowed.join(", ")}`;
    return checks.that(allowed.includes(value), path, value, expected, "set one of these") ? (value as T) : undefined;
  };
}

/** A list whose items are all of one kind. */
export function listOf<T>(item: Field<T>, min: number, max: number): Field<T[]> {
  return (value, path, checks) => {
    const ok = Array.isArray(value) && value.length >= min && value.length <= max;
    const size = min === max ? `${min}` : `${min} to ${max}`;
    if (!checks.that(ok, path, value, `a list of ${size}`, "write one item to a line, each after a hyphen")) {
      return undefined;
    }
    return (value as unknown[]).map((inner, index) => item(inner, `${path}[${index}]`, checks)) as T[];
  };
}

/** A map of any keys whose values are all of one kind. */
export function mapOf<T>(item: Field<T>): Field<Record<string, T>> {
  return (value, path, checks) => {
    if (!checks.that(isMap(value), path, value, "a map", "write one key: value to a line")) {
      return undefined;
    }
    return Object.fromEntries(
      Object.entries(value as object).map(([key, inner]) => [key, item(inner, `${path}.${key}`, checks)]),
    ) as Record<string, T>;
  };
}

/** A map of known keys. An unknown one is a mistake, most often a misspelling. */
export function group<F extends Fields>(fields: F): Field<ReadAll<F>> {
  return (value, path, checks) => {
    const known = Object.keys(fields);
    if (!checks.that(isMap(value), path, value, `a map of ${known.join(", ")}`, "write one key: value to a line")) {
      return undefined;
    }
    const given = value as Record<string, unknown>;
    unknownKeys(Object.keys(given), known).forEach((key) => {
      checks.problem(`${path}.${key} is unknown; ${path} takes ${known.join(", ")}: correct or remove it.`);
    });
    return Object.fromEntries(
      Object.entries(fields).map(([key, field]) => [key, field(given[key], `${path}.${key}`, checks)]),
    ) as ReadAll<F>;
  };
}

/** A value that may be left out. */
export function optional<T>(field: Field<T>): Field<T | undefined> {
  return (value, path, checks) => (value === undefined ? undefined : field(value, path, checks));
}

/** The keys given that nobody knows. */
export function unknownKeys(given: string[], known: string[]): string[] {
  return given.filter((key) => !known.includes(key));
}

function isMap(value: unknown): boolean {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
