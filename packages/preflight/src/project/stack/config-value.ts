import { SECRET_TEXT } from "../../document";
import { goJson, GoTime, type GoValue, isInt64 } from "../../files/go-values";

/** A secret within a value of a stack's configuration. */
export class Secret {
  /** The text, where it is known: the passphrase is, or the command line gave it. */
  plaintext: string | undefined;

  /** @param ciphertext As the stack's file has it; absent where the command line gave the text. */
  constructor(
    readonly ciphertext: string | undefined,
    plaintext?: string,
  ) {
    this.plaintext = plaintext;
  }
}

/** A value of a stack's configuration, with the secrets in it apart. */
export type ConfigValue = null | boolean | bigint | number | string | Secret | ConfigValue[] | ConfigMap;

/** An object of a stack's configuration. */
export type ConfigMap = Map<string, ConfigValue>;

/**
 * Reads a value of a stack's file: `{ secure: <ciphertext> }` is a secret, and a date is text.
 *
 * @throws {@link RangeError} on a number that JSON cannot hold.
 */
export function readConfigValue(value: GoValue, nested = false): ConfigValue {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new RangeError(`${value} is no number that a program can read`);
  }
  if (value instanceof GoTime) {
    return value.text;
  }
  if (Array.isArray(value)) {
    return value.map((item) => readConfigValue(item, true));
  }
  if (value instanceof Map) {
    const secure = value.get("secure");
    return value.size === 1 && typeof secure === "string"
      ? new Secret(secure)
      : new Map([...value].map(([key, inner]) => [key, readConfigValue(inner, true)]));
  }
  // The CLI keeps large integers exact only where they stand alone.
  return nested && typeof value === "bigint" && !isInt64(value) ? Number(value) : value;
}

/** A default of Pulumi.yaml as a value of a stack: single values become text. */
export function readDefaultValue(value: GoValue): ConfigValue {
  return typeof value === "bigint" || typeof value === "boolean" ? String(value) : readConfigValue(withDates(value));
}

function withDates(value: GoValue): GoValue {
  if (value instanceof GoTime) {
    return value.rfc3339;
  }
  if (Array.isArray(value)) {
    return value.map(withDates);
  }
  return value instanceof Map ? new Map([...value].map(([key, inner]) => [key, withDates(inner)])) : value;
}

/** The text of a value as a program receives it: text as it is, anything else as JSON. */
export function configText(value: ConfigValue): string {
  const plain = reveal(value);
  return typeof plain === "string" ? plain : goJson(plain);
}

/** A value with its secrets in the clear, and a note in place of those that are not known. */
export function reveal(value: ConfigValue): GoValue {
  if (value instanceof Secret) {
    return value.plaintext ?? SECRET_TEXT;
  }
  if (Array.isArray(value)) {
    return value.map(reveal);
  }
  return value instanceof Map ? new Map([...value].map(([key, inner]) => [key, reveal(inner)])) : value;
}

/** The texts in a value that are no secrets. */
export function textsIn(value: ConfigValue): string[] {
  if (typeof value === "string") {
    return [value];
  }
  const parts = Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : [];
  return parts.flatMap(textsIn);
}

/** The secrets in a value. */
export function secretsIn(value: ConfigValue): Secret[] {
  if (value instanceof Secret) {
    return [value];
  }
  const parts = Array.isArray(value) ? value : value instanceof Map ? [...value.values()] : [];
  return parts.flatMap(secretsIn);
}
