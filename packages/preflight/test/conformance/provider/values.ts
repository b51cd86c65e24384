/** Property values as they cross the provider protocol. */

/** A value: plain JSON in which the objects below have a meaning. */
export type Value = null | boolean | number | string | Value[] | { [key: string]: Value };

/** A resource's inputs or outputs. */
export type Properties = { [name: string]: Value };

/** What stands for a value that is known only after deployment. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** The key that makes an object special, and what its value then says it is. */
export const SIGNATURE = "4dabf18193072939515e22adb298388d";
export const SECRET = "1b47061264138c4ac30d75fd1eb44270";
export const OUTPUT = "d0e6a833031e9bbcd3f4e8bde6ca49a4";
export const ASSET = "c44067f5952c0a294b673a41bacd8c17";
export const ARCHIVE = "0def7320c3a5731c473e5ecbe6d01bc7";
export const REFERENCE = "5cf8f73096256a8f31e491e813e4eb8e";

/** Marks a value as secret. */
export function secret(value: Value): Value {
  return { [SIGNATURE]: SECRET, value };
}

/** The signature of a special object; `undefined` for any other value. */
export function signatureOf(value: Value | undefined): string | undefined {
  if (typeof value !== "object" || value === null || Array.isArray(value)) {
    return undefined;
  }
  const signature = value[SIGNATURE];
  return typeof signature === "string" ? signature : undefined;
}

/** The value itself, out of the wrappings that say that it is secret or an output. */
export function unwrap(value: Value | undefined): Value | undefined {
  const signature = signatureOf(value);
  if (signature !== SECRET && signature !== OUTPUT) {
    return value;
  }
  const inner = (value as Properties)["value"];
  return inner === undefined && signature === OUTPUT ? UNKNOWN : unwrap(inner);
}

/** The value without any wrapping, however deep. */
export function plain(value: Value | undefined): Value | undefined {
  const inner = unwrap(value);
  if (Array.isArray(inner)) {
    return inner.map((item) => plain(item) ?? null);
  }
  if (typeof inner === "object" && inner !== null && signatureOf(inner) === undefined) {
    return Object.fromEntries(Object.entries(inner).map(([key, item]) => [key, plain(item) ?? null]));
  }
  return inner;
}

/** The text that a property is, once known. */
export function textOf(properties: Properties, name: string): string | undefined {
  const value = plain(properties[name]);
  return typeof value === "string" ? value : undefined;
}

/** Whether two values are the same, in whatever order their keys stand. */
export function same(left: Value | undefined, right: Value | undefined): boolean {
  return canonical(left ?? null) === canonical(right ?? null);
}

function canonical(value: Value): string {
  return JSON.stringify(value, (_, inner: Value) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
