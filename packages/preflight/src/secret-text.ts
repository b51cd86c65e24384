import { type Json, SECRET_TEXT, type StackReport } from "./model";
import { type StackSettings } from "./project";

/** The shortest secret that is looked for: a shorter one is part of too many words. */
const SHORTEST = 3;

/**
 * A report in which no secret of the stack's configuration can be read, whatever the program made of it: it may have
 * printed one, or taken it for plain text. The engine hides them in its output too.
 */
export function hideSecrets(report: StackReport, stack: StackSettings): StackReport {
  const secrets = secretTexts(stack);
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

/** The secrets as they are and as JSON writes them, the longest first, so that none is hidden in part. */
function secretTexts(stack: StackSettings): string[] {
  const plain = [...stack.secretKeys].flatMap((key) => textsOf(stack.config.get(key) ?? ""));
  const long = plain.filter((text) => text.length >= SHORTEST && text !== SECRET_TEXT);
  const all = new Set(long.flatMap((text) => [text, JSON.stringify(text).slice(1, -1)]));
  return [...all].sort((a, b) => b.length - a.length);
}

/** The texts of a configuration value: of an object that holds a secret, all of them. */
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
