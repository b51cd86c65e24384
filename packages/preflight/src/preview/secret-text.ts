import { type Json, SECRET_TEXT, type StackReport } from "../document";
import { goJson } from "../files/go-values";

/** The shortest secret that is looked for: a shorter one is part of too many words. */
const SHORTEST = 3;

/**
 * A report in which no secret of the stack's configuration or look-ups can be read, whatever the program made of it: it
 * may have printed one, or taken it for plain text. The engine hides them in its output too.
 */
export function hideSecrets(report: StackReport, known: string[]): StackReport {
  const secrets = secretTexts(known);
  if (secrets.length === 0) {
    return report;
  }
  const hide = (text: string): string => secrets.reduce((shown, secret) => shown.replaceAll(secret, SECRET_TEXT), text);
  const hideIn = <T extends Json>(value: T): T => mapText(value, hide) as T;
  return {
    ...report,
    resources: report.resources.map((resource) => ({ ...resource, inputs: hideIn(resource.inputs) })),
    outputs: hideIn(report.outputs),
    violations: report.violations.map((violation) => ({ ...violation, message: hide(violation.message) })),
    diagnostics: report.diagnostics.map((diagnostic) => ({ ...diagnostic, message: hide(diagnostic.message) })),
  };
}

/** The secrets as they are, as JSON writes them and as JSON within JSON does, the longest first: none is hidden in part. */
function secretTexts(known: string[]): string[] {
  const plain = known.flatMap(textsOf).filter((text) => text.length >= SHORTEST);
  const quoted = plain.flatMap(inJson);
  const all = new Set([...plain, ...quoted, ...quoted.flatMap(inJson)]);
  return [...all].sort((a, b) => b.length - a.length);
}

/** A text within the quotes of JSON, as a program writes it and as Pulumi's configuration holds it. */
function inJson(text: string): string[] {
  return [JSON.stringify(text), goJson(text)].map((json) => json.slice(1, -1));
}

/** The texts of a secret: of an object that is one as a whole, all of them. */
function textsOf(value: string): string[] {
  let content: Json;
  try {
    content = JSON.parse(value) as Json;
  } catch {
    return [value];
  }
  if (typeof content !== "object" || content === null) {
    return [value];
  }
  const texts: string[] = [];
  mapText(content, (text) => (texts.push(text), text));
  return texts;
}

function mapText(value: Json, change: (text: string) => string): Json {
  if (typeof value === "string") {
    return change(value);
  }
  if (Array.isArray(value)) {
    return value.map((item) => mapText(item, change));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, mapText(inner, change)]));
  }
  return value;
}
