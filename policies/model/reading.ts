/** A value that is known only at deployment. */
export const UNKNOWN = Symbol("known only at deployment");
export type Unknown = typeof UNKNOWN;

/** A value that is there, but is not of the kind that the field takes. AWS's provider refuses it. */
export const MALFORMED = Symbol("malformed");
export type Malformed = typeof MALFORMED;

/** What a yes-or-no field says. `undefined`: it is not set. */
export type Flag = boolean | undefined | Unknown | Malformed;

/** What a text field says. `undefined`: it is not set. */
export type Text = string | undefined | Unknown | Malformed;

/** The spellings that the provider takes for a boolean in a text field, such as those of a launch template. */
const SPELLINGS = new Map<unknown, boolean | undefined>([
  ...["1", "t", "T", "true", "TRUE", "True"].map((spelling): [string, boolean] => [spelling, true]),
  ...["0", "f", "F", "false", "FALSE", "False"].map((spelling): [string, boolean] => [spelling, false]),
  [true, true],
  [false, false],
  ["", undefined],
  [undefined, undefined],
]);

/**
 * The value under a path, `undefined` where a step is absent, {@link UNKNOWN} where a step is unknown, or
 * {@link MALFORMED} where a step is there but has no such thing below it.
 *
 * An unknown is a value like any other here, so that it cannot hide what stands beside it; where the policy SDK's own proxy
 * stands (what a remediation changes), it throws at one. A list of one where an object is due is that object.
 */
export function at(value: unknown, ...path: (string | number)[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof step === "string" && Array.isArray(current)) {
      current = current.length > 1 ? MALFORMED : read(current, 0);
    }
    if (current === UNKNOWN || current === undefined || current === null || current === "") {
      return current === UNKNOWN ? UNKNOWN : undefined;
    }
    if (typeof current !== "object") {
      return MALFORMED;
    }
    current = read(current, step);
  }
  return current;
}

function read(value: object, step: string | number): unknown {
  try {
    return (value as Record<string | number, unknown>)[step] ?? undefined;
  } catch {
    return UNKNOWN;
  }
}

/** Reads a field that is a boolean, or the text of one. */
export function flag(value: unknown): Flag {
  if (value === UNKNOWN) {
    return UNKNOWN;
  }
  return SPELLINGS.has(value) ? SPELLINGS.get(value) : MALFORMED;
}

/** Reads a text field. The empty text is what AWS's provider makes of "not set". */
export function text(value: unknown): Text {
  if (value === UNKNOWN || value === undefined || value === "") {
    return value === UNKNOWN ? UNKNOWN : undefined;
  }
  return typeof value === "string" ? value : MALFORMED;
}

/** Reads a number, or the text of one. */
export function number(value: unknown): number | undefined | Unknown | Malformed {
  if (value === UNKNOWN || value === undefined || value === "") {
    return value === UNKNOWN ? UNKNOWN : undefined;
  }
  const read = typeof value === "string" ? Number(value) : value;
  return typeof read === "number" && !Number.isNaN(read) ? read : MALFORMED;
}

/** Reads a list, each item of which may be {@link UNKNOWN}. An absent list is empty; what is no list is its one item. */
export function list(value: unknown): unknown[] | Unknown {
  if (value === UNKNOWN) {
    return UNKNOWN;
  }
  if (value === undefined || value === null || value === "") {
    return [];
  }
  return Array.isArray(value) ? Array.from({ length: value.length }, (_, index) => at(value, index)) : [value];
}
