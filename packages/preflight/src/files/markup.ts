import * as path from "node:path";
import { PreflightError } from "../errors";
import { isFile, readText } from "./disk";
import { type GoValue } from "./go-values";
import { parseJsonFile } from "./json-file";
import { type JsonNode } from "./json-text";
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

function readJson(file: string, text: string): Markup {
  const json = parseJsonFile(file, text);
  return {
    file,
    value: goValue(json.root),
    at: (steps) => {
      let node = json.root;
      for (const step of steps) {
        const next =
          node.value instanceof Map ? node.value.get(String(step)) : (node.value as JsonNode[])[Number(step)];
        node = next ?? node;
      }
      return json.at(node);
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
