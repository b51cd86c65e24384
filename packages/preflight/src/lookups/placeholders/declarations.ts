/** Reads the type declarations that Pulumi generates for a package's Node.js SDK. */

/** What a value must look like. */
export type Shape =
  | { kind: "any" }
  | { kind: "string" }
  | { kind: "number" }
  | { kind: "boolean" }
  | { kind: "list"; element: Shape }
  | { kind: "map"; element: Shape }
  | { kind: "object"; reference: string };

/** One member of a declared interface or class. */
export interface Property {
  name: string;
  /** Whether the declaration leaves it out with `?` or lets it be `undefined`. */
  optional: boolean;
  shape: Shape;
  /** The member's documentation, comment marks and all. */
  documentation: string;
}

/**
 * The members declared between `start` and the closing brace at the same depth.
 *
 * @param indent How many spaces stand before each member.
 */
export function readMembers(text: string, start: number, end: number, indent: number): Property[] {
  const body = text.slice(start, end);
  const opening = new RegExp(`^ {${indent}}(?:readonly )?"?([\\w$-]+)"?(\\?)?: `, "gm");
  const members: Property[] = [];
  let previousEnd = 0;
  for (let match = opening.exec(body); match !== null; match = opening.exec(body)) {
    const typeStart = opening.lastIndex;
    const typeEnd = endOfType(body, typeStart);
    const [shape, undefinable] = readType(body.slice(typeStart, typeEnd));
    members.push({
      name: match[1] ?? "",
      optional: match[2] === "?" || undefinable,
      shape,
      documentation: body.slice(previousEnd, match.index),
    });
    previousEnd = typeEnd;
    opening.lastIndex = typeEnd;
  }
  return members;
}

/** Where the type that begins at `start` ends: the first semicolon outside braces. */
function endOfType(text: string, start: number): number {
  let depth = 0;
  for (let index = start; index < text.length; index++) {
    const character = text[index];
    if (character === "{") {
      depth++;
    } else if (character === "}") {
      depth--;
    } else if (character === ";" && depth === 0) {
      return index;
    }
  }
  return text.length;
}

/** The shape that a type describes, and whether it admits `undefined`. */
function readType(type: string): [Shape, boolean] {
  const text = type.trim();
  const alternatives = split(text, "|");
  if (alternatives.length > 1) {
    const shapes = alternatives.filter((alternative) => alternative !== "undefined").map((part) => readType(part)[0]);
    const first = shapes[0];
    const same = first !== undefined && shapes.every((shape) => shape.kind === first.kind && isScalar(shape));
    const one = shapes.length === 1 || same ? first : undefined;
    return [one ?? { kind: "any" }, alternatives.includes("undefined")];
  }
  const wrapped = /^pulumi\.(?:Input|Output)<([\s\S]*)>$/.exec(text);
  if (wrapped !== null) {
    return readType(wrapped[1] ?? "");
  }
  if (text.endsWith("[]")) {
    return [{ kind: "list", element: readType(text.slice(0, -2).replace(/^\(([\s\S]*)\)$/, "$1"))[0] }, false];
  }
  const map = /^\{\s*\[key: string\]: ([\s\S]*);\s*\}$/.exec(text);
  if (map !== null) {
    return [{ kind: "map", element: readType(map[1] ?? "")[0] }, false];
  }
  if (text === "string" || text === "number" || text === "boolean") {
    return [{ kind: text }, false];
  }
  if (text.startsWith("enums.") || text === "ARN") {
    return [{ kind: "string" }, false];
  }
  return [/^(inputs|outputs)\./.test(text) ? { kind: "object", reference: text } : { kind: "any" }, false];
}

function isScalar(shape: Shape): boolean {
  return shape.kind === "string" || shape.kind === "number" || shape.kind === "boolean";
}

/** Splits at a separator that stands outside all brackets. */
function split(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let index = 0; index < text.length; index++) {
    const character = text[index] ?? "";
    if ("<{([".includes(character)) {
      depth++;
    } else if (">})]".includes(character)) {
      depth--;
    } else if (character === separator && depth === 0) {
      parts.push(text.slice(start, index).trim());
      start = index + 1;
    }
  }
  parts.push(text.slice(start).trim());
  return parts;
}
