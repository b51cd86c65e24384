import { type PreviewDocument } from "../document";

/** Characters that JSON may hold as they are, and a terminal would act on. */
const UNPRINTABLE = /[\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** The document as `--json` prints it. */
export function toJson(document: PreviewDocument): string {
  return printJson(document);
}

/** Any JSON value on indented lines, safe to print: what a terminal would act on is escaped and parses to the same. */
export function printJson(value: unknown): string {
  const text = JSON.stringify(value, null, 2);
  return `${text.replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`)}\n`;
}
