import { type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";

/** A value, and where it stands in a text: offsets of its first character and of the one after its last. */
export interface JsonNode {
  start: number;
  end: number;
  value: null | boolean | number | string | JsonNode[] | Map<string, JsonNode>;
}

/** A fault in a JSON text. */
export class JsonSyntaxError extends Error {
  /** @param offset Where it is. */
  constructor(
    message: string,
    readonly offset: number,
  ) {
    super(message);
  }
}

/** How deep objects and lists may be in each other: deeper than anybody writes, and not too deep for any reader here. */
const MAX_DEPTH = 1000;

/** What should stand where the parser found something else, by its code for that. */
const EXPECTED: Record<string, string> = {
  ValueExpected: "a value",
  PropertyNameExpected: "a key in double quotes",
  ColonExpected: '":"',
  CommaExpected: '"," or a closing bracket',
  CloseBraceExpected: '"}"',
  CloseBracketExpected: '"]"',
  EndOfFileExpected: "the end of the file",
};

/**
 * Reads JSON and keeps where everything stands, so that a mistake can be pointed at and an entry added without touching
 * the rest of the file. A key given twice is a fault: the first would be lost silently.
 *
 * @throws {@link JsonSyntaxError}
 */
export function parseJsonText(text: string): JsonNode {
  const faults: ParseError[] = [];
  let root: Node | undefined;
  try {
    root = parseTree(text, faults, { disallowComments: true });
  } catch (error) {
    throw error instanceof RangeError ? tooDeep(0) : error;
  }
  const [fault] = faults;
  if (fault !== undefined || root === undefined) {
    throw new JsonSyntaxError(problem(text, fault), fault?.offset ?? 0);
  }
  return toJsonNode(root, 1);
}

/** The value that a node stands for. */
export function jsonValue(node: JsonNode): unknown {
  if (Array.isArray(node.value)) {
    return node.value.map(jsonValue);
  }
  if (node.value instanceof Map) {
    return Object.fromEntries([...node.value].map(([key, inner]) => [key, jsonValue(inner)]));
  }
  return node.value;
}

/** Line and column of an offset, both from 1, as editors count. */
export function lineAndColumn(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: before.split("\n").length, column: offset - before.lastIndexOf("\n") };
}

function toJsonNode(node: Node, depth: number): JsonNode {
  if (depth > MAX_DEPTH) {
    throw tooDeep(node.offset);
  }
  const place = { start: node.offset, end: node.offset + node.length };
  const parts = node.children ?? [];
  switch (node.type) {
    case "array":
      return { ...place, value: parts.map((item) => toJsonNode(item, depth + 1)) };
    case "object":
      return { ...place, value: members(parts, depth) };
    default:
      return { ...place, value: node.value as JsonNode["value"] };
  }
}

function members(properties: Node[], depth: number): Map<string, JsonNode> {
  const found = new Map<string, JsonNode>();
  for (const { offset, children } of properties) {
    const [key, value] = children as [Node, Node];
    const name = key.value as string;
    if (found.has(name)) {
      throw new JsonSyntaxError(`the key ${JSON.stringify(name)} is given twice`, offset);
    }
    found.set(name, toJsonNode(value, depth + 1));
  }
  return found;
}

function tooDeep(offset: number): JsonSyntaxError {
  return new JsonSyntaxError(`objects and lists are more than ${MAX_DEPTH} deep in each other`, offset);
}

function problem(text: string, fault: ParseError | undefined): string {
  const code = fault === undefined ? "ValueExpected" : printParseErrorCode(fault.error);
  const source = fault === undefined ? "" : text.slice(fault.offset, fault.offset + fault.length);
  if (code in EXPECTED) {
    return `expected ${EXPECTED[code]}, but found ${source === "" ? "the end of the file" : JSON.stringify(source)}`;
  }
  const shown = source.length > 40 ? `${source.slice(0, 40)}…` : source;
  return code === "UnexpectedEndOfString" ? `${shown} lacks its closing double quote` : `${shown} is not a JSON value`;
}
