import { holdsSecret, holdsUnknown, SIGNATURE_KEY } from "../wire/values";
import { type Json } from "../document";
import { type JsonObject, type LookupRequest } from "./types";

/** The widest line that a list is kept on. */
const LINE_WIDTH = 120;

/**
 * The entry to add to a look-ups file for a request: an object for `invokes` and `reads`, a key and value for
 * `stackReferences`. What is to be filled in is `null`.
 *
 * Arguments that are secret, or known only after deployment, are left out: an entry fits without them.
 *
 * @param indent What stands before every line but the first.
 * @param unit What one level is indented by.
 */
export function renderEntry(request: LookupRequest, indent = "", unit = "  "): string {
  switch (request.kind) {
    case "invoke": {
      const args = publicPart(request.args);
      return renderJson({ token: request.token, ...regionIn(request), args, result: null }, indent, unit);
    }
    case "read":
      return renderJson({ type: request.type, id: request.id, ...regionIn(request), state: null }, indent, unit);
    case "stackReference":
      return `${JSON.stringify(request.name)}: null`;
  }
}

/** The Region that an entry for a request names: the one of its provider, where its arguments name none themselves. */
export function regionOf(request: LookupRequest): string | undefined {
  return request.kind === "stackReference" || (request.kind === "invoke" && request.args["region"] !== undefined)
    ? undefined
    : request.site.region;
}

function regionIn(request: LookupRequest): { region?: string } {
  const region = regionOf(request);
  return region === undefined ? {} : { region };
}

/** The arguments of a call that may be written down: what is secret or unknown is left out of the object around it. */
export function publicPart(args: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(args)
      .map(([key, value]) => [key, isPlainObject(value) ? publicPart(value) : value] as const)
      .filter(([, value]) => !holdsSecret(value) && !holdsUnknown(value)),
  );
}

/** Whether a value is an object that stands for itself, rather than for a secret, an asset or a resource. */
function isPlainObject(value: Json): value is JsonObject {
  return isObject(value) && !(SIGNATURE_KEY in value);
}

function isObject(value: Json): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** JSON as Prettier lays it out: objects on several lines, a list on one where it fits. */
export function renderJson(value: Json, indent: string, unit: string): string {
  const inner = indent + unit;
  const lines = (open: string, parts: string[], close: string): string =>
    `${open}\n${parts.map((part) => inner + part).join(",\n")}\n${indent}${close}`;
  if (Array.isArray(value)) {
    const line = JSON.stringify(value, null, 1).replace(/\n */g, " ").replace("[ ", "[").replace(/ \]$/, "]");
    return value.some((item) => typeof item === "object" && item !== null) || inner.length + line.length > LINE_WIDTH
      ? lines(
          "[",
          value.map((item) => renderJson(item, inner, unit)),
          "]",
        )
      : line;
  }
  if (isObject(value) && Object.keys(value).length > 0) {
    const members = Object.entries(value);
    return lines(
      "{",
      members.map(([key, item]) => `${JSON.stringify(key)}: ${renderJson(item, inner, unit)}`),
      "}",
    );
  }
  return JSON.stringify(value);
}
