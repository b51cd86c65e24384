import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  parseAllDocuments,
  type Document,
  type Node,
  type Pair,
  type Scalar,
  type YAMLError,
} from "yaml";
import { lineAndColumn } from "./json-text";
import { YamlAliases } from "./yaml-aliases";
import { type GoMap, type GoValue, resolvePlainScalar } from "./go-values";

/** A fault in a YAML text, at a line and a column, both from 1. */
export class YamlFault extends Error {
  constructor(
    message: string,
    readonly line: number,
    readonly column: number,
  ) {
    super(message);
  }
}

/** A YAML text's value, and where each part of it stands. */
export interface YamlText {
  value: GoValue;
  /** Line and column of the value at a path, or of the nearest one around it. */
  locate(path: (string | number)[]): { line: number; column: number };
}

/**
 * Reads YAML as Pulumi's CLI does: with the scalars of Go's yaml.v3, and only the first of several documents.
 *
 * @throws {@link YamlFault}
 */
export function parseYamlText(text: string): YamlText {
  const deep = tooDeepAt(text);
  if (deep !== undefined) {
    const { line, column } = lineAndColumn(text, deep);
    throw new YamlFault(TOO_DEEP, line, column);
  }
  const lines = new LineCounter();
  // Scalars stay text here, because Go's rules for them are in neither of the library's schemas.
  const documents = parseAllDocuments(text, { schema: "failsafe", lineCounter: lines, prettyErrors: false });
  const document = Array.isArray(documents) ? documents[0] : undefined;
  const at = (offset: number): { line: number; column: number } => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  if (document === undefined) {
    return { value: null, locate: () => ({ line: 1, column: 1 }) };
  }
  const error: YAMLError | undefined = document.errors[0];
  if (error !== undefined) {
    const { line, column } = at(error.pos[0]);
    throw new YamlFault(error.message, line, column);
  }
  const reader = new Reader(document, at);
  return {
    value: document.contents === null ? null : reader.read(document.contents),
    locate: (path) => at(reader.find(path)),
  };
}

const TOO_DEEP = "objects and lists are too deep in each other";

/** How many brackets may be open, and how far a line may be indented, for the library to have enough stack. */
const MAX_OPEN = 400;
const INDENTED_TOO_FAR = /^(?: |[-?:] ){400}/m;

/** Where a text is so deep that the library might take Node.js down with it; `undefined` where it is not. */
function tooDeepAt(text: string): number | undefined {
  let open = 0;
  for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
    open = "[{".includes(bracket) ? open + 1 : Math.max(open - 1, 0);
    if (open > MAX_OPEN) {
      return index;
    }
  }
  return INDENTED_TOO_FAR.exec(text)?.index;
}

class Reader {
  private readonly aliases: YamlAliases;

  constructor(
    private readonly document: Document.Parsed,
    private readonly at: (offset: number) => { line: number; column: number },
  ) {
    this.aliases = new YamlAliases(document);
  }

  read(node: Node): GoValue {
    if (this.aliases.areTooMany()) {
      this.fail(node, "its aliases stand for too many values");
    }
    return isAlias(node) ? this.alias(node) : this.content(node);
  }

  private alias(node: Alias): GoValue {
    const target = this.aliases.target(node) ?? this.fail(node, `the alias *${node.source} has no anchor`);
    if (this.aliases.isWithin(target)) {
      this.fail(node, `what the anchor &${node.source} names contains itself`);
    }
    return this.aliases.through(target, (named) => this.read(named));
  }

  private content(node: Node): GoValue {
    if (isMap(node)) {
      return this.map(node.items);
    }
    if (isSeq(node)) {
      return node.items.map((item) => this.read(item as Node));
    }
    return isScalar(node) ? this.scalar(node) : null;
  }

  private map(items: Pair[]): GoMap {
    const own = new Map<string, GoValue>();
    const merged = new Map<string, GoValue>();
    for (const pair of items) {
      const key = pair.key as Node;
      const value = pair.value as Node | null;
      if (isScalar(key) && key.type === "PLAIN" && key.source === "<<" && value !== null) {
        this.merge(merged, value);
      } else {
        own.set(this.key(key), value === null ? null : this.read(value));
      }
    }
    // The map's own keys win over those merged in; of several merged in, the first wins.
    return new Map([...own, ...[...merged].filter(([key]) => !own.has(key))]);
  }

  private merge(into: GoMap, node: Node): void {
    const source = this.read(node);
    for (const map of Array.isArray(source) ? source : [source]) {
      if (!(map instanceof Map)) {
        this.fail(node, "`<<` merges objects only");
      }
      for (const [key, value] of map) {
        if (!into.has(key)) {
          into.set(key, value);
        }
      }
    }
  }

  private key(node: Node): string {
    const value = this.read(node);
    if (value === null || typeof value === "object") {
      return this.fail(node, "a key must be text");
    }
    return String(value);
  }

  private scalar(node: Scalar): GoValue {
    const text = node.source ?? "";
    switch (node.tag) {
      case undefined:
        return node.type === "PLAIN" ? resolvePlainScalar(text) : text;
      case "tag:yaml.org,2002:int":
      case "tag:yaml.org,2002:float":
      case "tag:yaml.org,2002:bool":
      case "tag:yaml.org,2002:null":
      case "tag:yaml.org,2002:timestamp": {
        const value = resolvePlainScalar(text);
        return typeof value === "string" ? this.fail(node, `${JSON.stringify(text)} does not fit its tag`) : value;
      }
      case "tag:yaml.org,2002:binary":
        return Buffer.from(text, "base64").toString("utf8");
      default:
        return text;
    }
  }

  find(path: (string | number)[]): number {
    let node: Node | null = this.document.contents;
    let offset = node?.range?.[0] ?? 0;
    for (const step of path) {
      if (isAlias(node)) {
        node = this.aliases.target(node) ?? null;
      }
      if (isMap(node)) {
        const pair: Pair | undefined = node.items.find(
          (item) => isScalar(item.key) && String(item.key.value) === String(step),
        );
        offset = (pair?.key as Node | undefined)?.range?.[0] ?? offset;
        node = (pair?.value as Node | undefined) ?? null;
      } else if (isSeq(node)) {
        node = (node.items[Number(step)] as Node | undefined) ?? null;
        offset = node?.range?.[0] ?? offset;
      }
    }
    return offset;
  }

  private fail(node: Node, message: string): never {
    const { line, column } = this.at(node.range?.[0] ?? 0);
    throw new YamlFault(message, line, column);
  }
}
