import { isDeepStrictEqual } from "node:util";
import { type Json, SECRET_TEXT, UNKNOWN_TEXT } from "../document";

/**
 * Property values in Pulumi's wire form: plain JSON in which an object with a signature stands for what JSON lacks.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/sdk/go/common/resource/properties.go
 */
export type WireValue = Json;

/** The properties of a resource in wire form. */
export type WireObject = { [key: string]: WireValue };

/** The key whose value tells what an object stands for. */
export const SIGNATURE_KEY = "4dabf18193072939515e22adb298388d";
const SECRET_SIGNATURE = "1b47061264138c4ac30d75fd1eb44270";
const ASSET_SIGNATURE = "c44067f5952c0a294b673a41bacd8c17";
const ARCHIVE_SIGNATURE = "0def7320c3a5731c473e5ecbe6d01bc7";
const RESOURCE_SIGNATURE = "5cf8f73096256a8f31e491e813e4eb8e";
const OUTPUT_SIGNATURE = "d0e6a833031e9bbcd3f4e8bde6ca49a4";

/** What stands for a string, or for a value of whatever type, that is known only after deployment. */
export const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";

/** Every text that stands for an unknown value, one for each type. */
const UNKNOWNS = new Set([
  UNKNOWN,
  "1c4a061d-8072-4f0a-a4cb-0ff528b18fe7",
  "3eeb2bf0-c639-47a8-9e75-3b44932eb421",
  "6a19a0b0-7e62-4c92-b797-7f8e31da9cc2",
  "030794c1-ac77-496b-92df-f27374a8bd58",
  "e48ece36-62e2-4504-bad9-02848725956a",
  "dd056dcd-154b-4c76-9bd3-c8f88648b5ff",
]);

export function isUnknown(value: WireValue | undefined): boolean {
  return typeof value === "string" && UNKNOWNS.has(value);
}

function isObject(value: WireValue | undefined): value is WireObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function signatureOf(value: WireValue | undefined): string | undefined {
  const signature = isObject(value) ? value[SIGNATURE_KEY] : undefined;
  return typeof signature === "string" ? signature : undefined;
}

export function isSecret(value: WireValue | undefined): boolean {
  return signatureOf(value) === SECRET_SIGNATURE;
}

/** A secret of a value. A secret of a secret is that secret. */
export function makeSecret(value: WireValue): WireValue {
  return isSecret(value) ? value : { [SIGNATURE_KEY]: SECRET_SIGNATURE, value };
}

/** An output value: a value, or an unknown, with the resources that it comes from. */
function makeOutput(value: WireValue | undefined, secret: boolean, dependencies: string[]): WireValue {
  return {
    [SIGNATURE_KEY]: OUTPUT_SIGNATURE,
    ...(value === undefined ? {} : { value }),
    secret,
    dependencies,
  };
}

/** A copy of a value, made from the inside out; `change` sees every value whose parts are changed already. */
function mapValue(value: WireValue, change: (value: WireValue) => WireValue): WireValue {
  if (Array.isArray(value)) {
    return change(value.map((item) => mapValue(item, change)));
  }
  if (isObject(value)) {
    const copy: WireObject = {};
    for (const [key, inner] of Object.entries(value)) {
      copy[key] = mapValue(inner, change);
    }
    return change(copy);
  }
  return change(value);
}

function mapObject(object: WireObject, change: (value: WireValue) => WireValue): WireObject {
  const copy: WireObject = {};
  for (const [key, value] of Object.entries(object)) {
    copy[key] = mapValue(value, change);
  }
  return copy;
}

/** The plain value, secret or unknown that an output value holds. */
function withoutOutput(value: WireValue): WireValue {
  if (signatureOf(value) !== OUTPUT_SIGNATURE) {
    return value;
  }
  const output = value as WireObject;
  const inner = output["value"] ?? ("value" in output ? null : UNKNOWN);
  return output["secret"] === true ? makeSecret(inner) : inner;
}

/** Output values replaced by the value, secret or unknown that each holds, as the engine does before a provider. */
export function downgradeOutputs(properties: WireObject): WireObject {
  return mapObject(properties, withoutOutput);
}

/** The unknowns and secrets of properties as output values that carry the dependencies, as a transform gets them. */
export function upgradeOutputs(properties: WireObject, propertyDependencies: Map<string, Set<string>>): WireObject {
  const upgraded: WireObject = {};
  for (const [key, value] of Object.entries(properties)) {
    const outputs = mapValue(value, (inner) => {
      if (isUnknown(inner)) {
        return makeOutput(undefined, false, []);
      }
      if (isSecret(inner)) {
        const held = (inner as WireObject)["value"] ?? null;
        return signatureOf(held) === OUTPUT_SIGNATURE
          ? { ...(held as WireObject), secret: true }
          : makeOutput(held, true, []);
      }
      return inner;
    });
    upgraded[key] = withDependencies(outputs, propertyDependencies.get(key) ?? new Set());
  }
  return upgraded;
}

/** A value that carries all of `dependencies`; itself where it does already. */
function withDependencies(value: WireValue, dependencies: Set<string>): WireValue {
  const carried = outputDependencies(value);
  if ([...dependencies].every((urn) => carried.has(urn))) {
    return value;
  }
  if (signatureOf(value) !== OUTPUT_SIGNATURE) {
    return makeOutput(value, false, [...dependencies]);
  }
  const own = ((value as WireObject)["dependencies"] ?? []) as string[];
  return { ...(value as WireObject), dependencies: [...new Set([...own, ...dependencies])] };
}

/** The resources that the output values in a value come from. */
export function outputDependencies(value: WireValue, found = new Set<string>()): Set<string> {
  if (Array.isArray(value)) {
    value.forEach((item) => outputDependencies(item, found));
  } else if (isObject(value)) {
    if (value[SIGNATURE_KEY] === OUTPUT_SIGNATURE) {
      ((value["dependencies"] ?? []) as string[]).forEach((urn) => found.add(urn));
    }
    Object.values(value).forEach((inner) => outputDependencies(inner, found));
  }
  return found;
}

/** A resource reference as whoever does not take references gets it: its id, or the URN of a component. */
function withoutReference(value: WireValue): WireValue {
  if (signatureOf(value) !== RESOURCE_SIGNATURE) {
    return value;
  }
  const reference = value as WireObject;
  const id = reference["id"];
  return id === undefined || id === null ? (reference["urn"] ?? null) : id === "" ? UNKNOWN : id;
}

/** Properties as the engine hands them to a policy pack; `internal` keeps the keys that begin with two underscores. */
export function forAnalyzer(properties: WireObject, internal = false): WireObject {
  const plain = mapObject(properties, (value) => withoutReference(withoutOutput(value)));
  return internal ? plain : withoutInternalKeys(plain);
}

function withoutInternalKeys(object: WireObject): WireObject {
  return Object.fromEntries(Object.entries(object).filter(([key]) => !key.startsWith("__")));
}

/** Properties as reports show them: no secret's value, no unknown's marker. */
export function forReport(properties: WireObject): WireObject {
  return withoutInternalKeys(
    mapObject(properties, (value) => {
      const plain = withoutOutput(value);
      return isSecret(plain) ? SECRET_TEXT : isUnknown(plain) ? UNKNOWN_TEXT : withoutSignature(plain);
    }),
  );
}

/** An asset or a resource reference without the key that only machines read. */
function withoutSignature(value: WireValue): WireValue {
  if (signatureOf(value) === undefined) {
    return value;
  }
  const { [SIGNATURE_KEY]: _signature, ...rest } = value as WireObject;
  return rest;
}

/** Whether a value is or holds an unknown. */
export function holdsUnknown(value: WireValue | undefined): boolean {
  if (Array.isArray(value)) {
    return value.some(holdsUnknown);
  }
  if (isObject(value)) {
    return (
      (value[SIGNATURE_KEY] === OUTPUT_SIGNATURE && !("value" in value)) || Object.values(value).some(holdsUnknown)
    );
  }
  return isUnknown(value);
}

/** A value without its secret wrappings: for comparing, never for showing. */
export function reveal(properties: WireObject): WireObject {
  return mapObject(properties, (value) => {
    const plain = withoutOutput(value);
    return isSecret(plain) ? ((plain as WireObject)["value"] ?? null) : plain;
  });
}

/**
 * Properties in which what was secret and is the same still is. Whoever had them may have taken the secrets out of their
 * wrappings, and every report would print them.
 */
export function withSecretsOf(before: WireObject, after: WireObject): WireObject {
  return keepSecrets(before, after) as WireObject;
}

function keepSecrets(before: WireValue | undefined, after: WireValue): WireValue {
  if (isSecret(before)) {
    return isDeepStrictEqual(reveal({ value: before ?? null }), reveal({ value: after })) ? makeSecret(after) : after;
  }
  if (Array.isArray(before) && Array.isArray(after)) {
    return after.map((item, index) => keepSecrets(before[index], item));
  }
  if (isObject(before) && isObject(after) && !isSecret(after)) {
    return Object.fromEntries(Object.entries(after).map(([key, value]) => [key, keepSecrets(before[key], value)]));
  }
  return after;
}

/** Whether properties hold a secret anywhere. */
export function holdsSecret(value: WireValue | undefined): boolean {
  if (Array.isArray(value)) {
    return value.some(holdsSecret);
  }
  return (
    isObject(value) &&
    (isSecret(value) ||
      (value[SIGNATURE_KEY] === OUTPUT_SIGNATURE && value["secret"] === true) ||
      Object.values(value).some(holdsSecret))
  );
}

/** Calls back for every text and number in a value, and tells the secret ones. What assets and references point at is left out. */
export function eachText(
  value: WireValue | undefined,
  visit: (text: string | number, secret: boolean) => void,
  secret = false,
): void {
  if (Array.isArray(value)) {
    value.forEach((item) => eachText(item, visit, secret));
  } else if (isObject(value)) {
    switch (signatureOf(value)) {
      case SECRET_SIGNATURE:
        return eachText(value["value"], visit, true);
      case OUTPUT_SIGNATURE:
        return eachText(value["value"], visit, secret || value["secret"] === true);
      case ASSET_SIGNATURE:
      case ARCHIVE_SIGNATURE:
        return [value["text"], value["assets"]].forEach((part) => eachText(part, visit, secret));
      case RESOURCE_SIGNATURE:
        return;
      default:
        Object.values(value).forEach((inner) => eachText(inner, visit, secret));
    }
  } else if (typeof value === "number" || (typeof value === "string" && !isUnknown(value))) {
    visit(value, secret);
  }
}
