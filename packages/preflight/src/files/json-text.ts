/** Where a value stands in a text: offsets of its first character and of the one after its last. */
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

/**
 * Reads JSON and keeps where everything stands, so that a mistake can be pointed at and an entry added without touching
 * the rest of the file. A key given twice is a fault: the first would be lost silently.
 *
 * @throws {@link JsonSyntaxError}
 */
export function parseJsonText(text: string): JsonNode {
  const reader = new Reader(text);
  const node = reader.value();
  reader.end();
  return node;
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

class Reader {
  private offset = 0;

  constructor(private readonly text: string) {}

  value(): JsonNode {
    this.space();
    const start = this.offset;
    const value = this.content();
    return { start, end: this.offset, value };
  }

  end(): void {
    this.space();
    if (this.offset < this.text.length) {
      this.fail("the end of the file");
    }
  }

  private content(): JsonNode["value"] {
    switch (this.text[this.offset]) {
      case "{":
        return this.object();
      case "[":
        return this.list();
      case '"':
        return this.string();
      default:
        return this.literal();
    }
  }

  private object(): Map<string, JsonNode> {
    const members = new Map<string, JsonNode>();
    this.sequence("}", () => {
      const start = this.offset;
      if (this.text[start] !== '"') {
        this.fail("a key in double quotes");
      }
      const key = this.string();
      if (members.has(key)) {
        throw new JsonSyntaxError(`the key ${JSON.stringify(key)} is given twice`, start);
      }
      this.space();
      if (this.text[this.offset] !== ":") {
        this.fail('":"');
      }
      this.offset += 1;
      members.set(key, this.value());
    });
    return members;
  }

  private list(): JsonNode[] {
    const items: JsonNode[] = [];
    this.sequence("]", () => items.push(this.value()));
    return items;
  }

  /** Reads items between an opening character and `close`, with commas between them and none after the last. */
  private sequence(close: string, item: () => void): void {
    this.offset += 1;
    this.space();
    if (this.text[this.offset] === close) {
      this.offset += 1;
      return;
    }
    for (;;) {
      this.space();
      item();
      this.space();
      const next = this.text[this.offset];
      if (next !== "," && next !== close) {
        this.fail(`"," or "${close}"`);
      }
      this.offset += 1;
      if (next === close) {
        return;
      }
    }
  }

  private string(): string {
    const source = this.match(/"(?:[^"\\]|\\[^])*"/y) ?? this.fail("a closing double quote");
    return this.parse(source) as string;
  }

  private literal(): null | boolean | number {
    const source = this.match(/[-+.\w]+/y) ?? this.fail("a value");
    return this.parse(source) as null | boolean | number;
  }

  private match(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.offset;
    const found = pattern.exec(this.text)?.[0];
    this.offset += found?.length ?? 0;
    return found;
  }

  private parse(source: string): unknown {
    try {
      return JSON.parse(source);
    } catch {
      throw new JsonSyntaxError(`${shorten(source)} is not a JSON value`, this.offset - source.length);
    }
  }

  private space(): void {
    this.match(/[ \t\r\n]*/y);
  }

  private fail(expected: string): never {
    const found = this.offset < this.text.length ? JSON.stringify(this.text[this.offset]) : "the end of the file";
    throw new JsonSyntaxError(`expected ${expected}, but found ${found}`, this.offset);
  }
}

function shorten(source: string): string {
  return source.length > 40 ? `${source.slice(0, 40)}…` : source;
}
