import * as fs from "node:fs";
import * as path from "node:path";
import { PreflightError } from "../errors";
import { type GoValue } from "./go-values";
import { type JsonNode, JsonSyntaxError, lineAndColumn, parseJsonText } from "./json-text";
import { parseYamlText, YamlFault } from "./yaml-text";

/** The endings that Pulumi's files may have, in the order in which its CLI looks for them. */
export const MARKUP_EXTENSIONS = [".json", ".yaml", ".yml"];

/** The steps to a value in a file: keys and indexes. */
export type MarkupPath = (string | number)[];

/** A YAML or JSON file, read. */
export interface Markup {
  /** The absolute path. */
  file: string;
  value: GoValue;
  /** `file:line:column` of the value at a path, for messages. */
  at(path: MarkupPath): string;
}

/**
 * Reads a YAML or JSON file, by its ending.
 *
 * @throws {@link PreflightError} with line and column where the text is not valid.
 */
export function readMarkup(file: string): Markup {
  const text = readText(file);
  return path.extname(file) === ".json" ? readJson(file, text) : readYaml(file, text);
}

/** The first of Pulumi's endings with which a file exists in a directory: the file's absolute path. */
export function findMarkup(directory: string, stem: string): string | undefined {
  return MARKUP_EXTENSIONS.map((extension) => path.join(directory, `${stem}${extension}`)).find(isFile);
}

/** Whether there is a file, rather than a directory or nothing. */
export function isFile(file: string): boolean {
  return stat(file)?.isFile() ?? false;
}

/** Whether there is a directory. */
export function isDirectory(file: string): boolean {
  return stat(file)?.isDirectory() ?? false;
}

/** Nothing, too, for what cannot be there: a path through a file, for one. */
function stat(file: string): fs.Stats | undefined {
  try {
    return fs.statSync(file);
  } catch {
    return undefined;
  }
}

/**
 * A file's text without its byte-order mark.
 *
 * @throws {@link PreflightError} where it cannot be read.
 */
export function readText(file: string): string {
  try {
    return fs.readFileSync(file, "utf8").replace(/^\uFEFF/, "");
  } catch (error) {
    const reason = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new PreflightError("configuration", `${file}: cannot be read (${reason}); make it a file that you may read.`);
  }
}

/**
 * Reads the JSON text of a file.
 *
 * @throws {@link PreflightError} with line and column where it is not valid.
 */
export function parseJsonFile(file: string, text: string): JsonNode {
  try {
    return parseJsonText(text);
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      const { line, column } = lineAndColumn(text, error.offset);
      throw new PreflightError("configuration", `${file}:${line}:${column}: invalid JSON: ${error.message}.`);
    }
    throw error;
  }
}

function readJson(file: string, text: string): Markup {
  const root = parseJsonFile(file, text);
  return {
    file,
    value: goValue(root),
    at: (steps) => {
      let node = root;
      for (const step of steps) {
        const next =
          node.value instanceof Map ? node.value.get(String(step)) : (node.value as JsonNode[])[Number(step)];
        node = next ?? node;
      }
      const { line, column } = lineAndColumn(text, node.start);
      return `${file}:${line}:${column}`;
    },
  };
}

function goValue(node: JsonNode): GoValue {
  if (Array.isArray(node.value)) {
    return node.value.map(goValue);
  }
  if (node.value instanceof Map) {
    return new Map([...node.value].map(([key, inner]) => [key, goValue(inner)]));
  }
  return node.value;
}

function readYaml(file: string, text: string): Markup {
  try {
    const yaml = parseYamlText(text);
    return {
      file,
      value: yaml.value,
      at: (steps) => {
        const { line, column } = yaml.locate(steps);
        return `${file}:${line}:${column}`;
      },
    };
  } catch (error) {
    if (error instanceof YamlFault) {
      const message = error.message.replace(/\.$/, "");
      throw new PreflightError(
        "configuration",
        `${file}:${error.line}:${error.column}: invalid YAML: ${message}; correct the file there.`,
      );
    }
    throw error;
  }
}
