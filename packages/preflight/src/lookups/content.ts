import { didYouMean } from "../files/closest";
import { type JsonNode, jsonValue } from "../files/json-text";
import { type JsonFile, parseJsonFile } from "../files/json-file";
import { Problems } from "../files/problems";
import { answerObject } from "./secret-values";
import { type EntryScope, type InvokeEntry, type JsonObject, type LookupsContent, type ReadEntry } from "./types";

/** The lists and objects of a look-ups file. */
export const SECTIONS = ["invokes", "stackReferences", "reads"] as const;

/** The keys of an entry that say which calls it answers. */
const SCOPE = ["region", "provider"] as const;

/**
 * Reads the text of a look-ups file.
 *
 * @param file The file's path, for messages.
 * @throws {@link PreflightError} with every mistake: its line and column, its path, what was found and what to do.
 */
export function parseLookups(file: string, text: string): LookupsContent {
  return new Reader(parseJsonFile(file, text)).read();
}

class Reader {
  private readonly problems: Problems<JsonNode>;

  constructor(private readonly json: JsonFile) {
    this.problems = new Problems(json);
  }

  read(): LookupsContent {
    const sections = this.members(this.json.root, "the file", [], SECTIONS);
    const content: LookupsContent = {
      invokes: this.list(sections.get("invokes"), "invokes").map((node, index) =>
        this.invoke(node, `invokes[${index}]`),
      ),
      stackReferences: this.stackReferences(sections.get("stackReferences")),
      reads: this.list(sections.get("reads"), "reads").map((node, index) => this.readEntry(node, `reads[${index}]`)),
    };
    this.problems.done();
    this.duplicates(sections.get("invokes"), "invokes", content.invokes, ({ token, args, ...scope }) => [
      token,
      args,
      ...places(scope),
    ]);
    this.duplicates(sections.get("reads"), "reads", content.reads, ({ type, id, ...scope }) => [
      type,
      id,
      ...places(scope),
    ]);
    this.problems.done();
    return content;
  }

  private invoke(node: JsonNode, path: string): InvokeEntry {
    const entry = this.members(node, path, ["token", "result"], ["token", ...SCOPE, "args", "result"]);
    return {
      token: this.word(entry.get("token"), `${path}.token`, "the function's token, as aws:ec2/getAmi:getAmi"),
      ...this.scope(entry, path),
      args: this.args(entry.get("args"), `${path}.args`),
      result: this.answer(entry.get("result"), `${path}.result`),
    };
  }

  private readEntry(node: JsonNode, path: string): ReadEntry {
    const entry = this.members(node, path, ["type", "id", "state"], ["type", "id", ...SCOPE, "state"]);
    return {
      type: this.word(entry.get("type"), `${path}.type`, "the resource's type, as aws:ec2/vpc:Vpc"),
      id: this.word(entry.get("id"), `${path}.id`, "the resource's id"),
      ...this.scope(entry, path),
      state: this.answer(entry.get("state"), `${path}.state`),
    };
  }

  private stackReferences(node: JsonNode | undefined): Map<string, JsonObject | null> {
    const stacks = node === undefined ? new Map<string, JsonNode>() : this.members(node, "stackReferences", []);
    return new Map([...stacks].map(([name, outputs]) => [name, this.answer(outputs, `stackReferences["${name}"]`)]));
  }

  private members(
    node: JsonNode,
    path: string,
    required: readonly string[],
    known?: readonly string[],
  ): Map<string, JsonNode> {
    if (!(node.value instanceof Map)) {
      this.problem(node, path, "an object");
      return new Map();
    }
    for (const [key, value] of node.value) {
      if (known !== undefined && !known.includes(key)) {
        const fix = didYouMean(key, known, `its keys are ${known.join(", ")}.`, (near) => `"${near}"`);
        this.problems.add(value, `${path} has the unknown key "${key}"; ${fix}`);
      }
    }
    for (const key of required) {
      if (!node.value.has(key)) {
        this.problems.add(node, `${path} lacks "${key}"; add it.`);
      }
    }
    return node.value;
  }

  private list(node: JsonNode | undefined, path: string): JsonNode[] {
    if (node === undefined || Array.isArray(node.value)) {
      return (node?.value as JsonNode[] | undefined) ?? [];
    }
    this.problem(node, path, "a list");
    return [];
  }

  private word(node: JsonNode | undefined, path: string, meaning: string): string {
    if (node === undefined || (typeof node.value === "string" && node.value !== "")) {
      return (node?.value as string | undefined) ?? "";
    }
    this.problem(node, path, `text: ${meaning}`);
    return "";
  }

  private scope(entry: Map<string, JsonNode>, path: string): EntryScope {
    const regions = this.words(entry.get("region"), `${path}.region`, "the Region it answers for, as eu-central-1");
    const providers = this.words(entry.get("provider"), `${path}.provider`, "the name of the provider it answers for");
    return { ...(regions === undefined ? {} : { regions }), ...(providers === undefined ? {} : { providers }) };
  }

  /** One text or several; `undefined` where there is none. */
  private words(node: JsonNode | undefined, path: string, meaning: string): string[] | undefined {
    if (node === undefined) {
      return undefined;
    }
    const items = Array.isArray(node.value) ? node.value.map(jsonValue) : [node.value];
    if (items.length > 0 && items.every((item) => typeof item === "string" && item !== "")) {
      return items as string[];
    }
    this.problem(node, path, `text, or a list of texts: ${meaning}`);
    return [];
  }

  private args(node: JsonNode | undefined, path: string): JsonObject {
    if (node === undefined || node.value instanceof Map) {
      return node === undefined ? {} : (jsonValue(node) as JsonObject);
    }
    this.problem(node, path, "an object");
    return {};
  }

  private answer(node: JsonNode | undefined, path: string): JsonObject | null {
    if (node === undefined || node.value === null) {
      return null;
    }
    if (!(node.value instanceof Map)) {
      this.problem(node, path, "an object, or null until it is filled in");
      return null;
    }
    return answerObject(node.value, path, (at, sentence) => this.problems.add(at, sentence));
  }

  /** Of two entries for the same question, one would never be read. */
  private duplicates<T>(
    section: JsonNode | undefined,
    path: string,
    entries: T[],
    question: (entry: T) => unknown,
  ): void {
    const seen = new Map<string, number>();
    for (const [index, entry] of entries.entries()) {
      const key = canonical(question(entry));
      const first = seen.get(key);
      const node = (section?.value as JsonNode[] | undefined)?.[index];
      if (first !== undefined && node !== undefined) {
        this.problems.add(node, `${path}[${index}] answers the same as ${path}[${first}]; remove one of them.`);
      }
      seen.set(key, first ?? index);
    }
  }

  private problem(node: JsonNode, path: string, allowed: string): void {
    const value = JSON.stringify(jsonValue(node));
    const found = value.length > 60 ? `${value.slice(0, 60)}…` : value;
    this.problems.add(node, `${path} must be ${allowed}, but is ${found}; correct it.`);
  }
}

/** The Regions and providers of an entry, in whatever order it names them. */
function places({ regions, providers }: EntryScope): unknown[] {
  return [[...(regions ?? [])].sort(), [...(providers ?? [])].sort()];
}

/** JSON with sorted keys: equal for equal values. */
export function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === "object" && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
