import { PreflightError } from "../errors";
import { type JsonNode, JsonSyntaxError, lineAndColumn, parseJsonText } from "./json-text";

/** A JSON file, read. */
export interface JsonFile {
  /** The absolute path. */
  file: string;
  root: JsonNode;
  /** `file:line:column` of a value, for messages. */
  at(node: JsonNode): string;
}

/**
 * Reads the JSON text of a file.
 *
 * @throws {@link PreflightError} with line and column where it is not valid.
 */
export function parseJsonFile(file: string, text: string): JsonFile {
  const at = (offset: number): string => {
    const { line, column } = lineAndColumn(text, offset);
    return `${file}:${line}:${column}`;
  };
  try {
    return { file, root: parseJsonText(text), at: (node) => at(node.start) };
  } catch (error) {
    if (error instanceof JsonSyntaxError) {
      throw new PreflightError("configuration", `${at(error.offset)}: invalid JSON: ${error.message}.`);
    }
    throw error;
  }
}
