import { type Json, type ResourceReport, SECRET_TEXT, type StackReport, type Violation } from "../document";
import { isUrn, nameOf } from "../engine/urn";
import { type AskedLookup, type JsonObject, type LookupRequest } from "../lookups/types";
import { makeSecret } from "../wire/values";
import { type KnownSecrets } from "./known-secrets";

/**
 * A report in which no known secret can be read, whatever the program and the packs made of it.
 *
 * What a URN, a type, a pack or a policy is called by others than the program stays, even where it is the same word.
 */
export function hideSecrets(report: StackReport, secrets: KnownSecrets): StackReport {
  if (secrets.none) {
    return report;
  }
  const hide = (text: string): string => hideText(text, secrets);
  const hideIn = <T>(value: T): T => mapTexts(value as Json, hide, (key) => key) as T;
  const hideInValues = <T extends { [name: string]: Json }>(values: T): T =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, mapTexts(value, hide, hide)])) as T;
  const hideInViolation = <T extends Violation>(violation: T): T => ({
    ...violation,
    message: hide(violation.message),
    description: hide(violation.description),
    remediationSteps: hide(violation.remediationSteps),
    url: hide(violation.url),
    urn: hide(violation.urn),
  });
  return {
    ...report,
    resources: report.resources.map((resource): ResourceReport => ({
      ...hideIn({ ...resource, inputs: {} }),
      type: resource.type,
      inputs: hideInValues(resource.inputs),
    })),
    outputs: hideInValues(report.outputs),
    violations: report.violations.map(hideInViolation),
    waived: report.waived.map((violation) => ({ ...hideInViolation(violation), waiver: hideIn(violation.waiver) })),
    remediations: report.remediations.map((remediation) => ({ ...remediation, urn: hide(remediation.urn) })),
    diagnostics: report.diagnostics.map(({ severity, message, urn }) => ({
      severity,
      message: hide(message),
      urn: hide(urn),
    })),
  };
}

/** A look-up in which no known secret can be read: an argument that holds one is marked, so that it is written nowhere. */
export function hideInLookup(lookup: AskedLookup, secrets: KnownSecrets): AskedLookup {
  const { missing } = lookup;
  return {
    ...lookup,
    request: markSecrets(lookup.request, secrets),
    ...(missing === undefined ? {} : { missing: hideText(missing, secrets) }),
  };
}

function markSecrets(request: LookupRequest, secrets: KnownSecrets): LookupRequest {
  if (request.kind !== "invoke") {
    return request;
  }
  const mark = (text: string): Json => (secrets.hide(text) === text ? text : makeSecret(text));
  return { ...request, args: mapTexts(request.args, mark, (key) => key) as JsonObject };
}

/** Of a URN, only the resource's name is the program's: the rest is what Pulumi calls the stack, the project and the type. */
function hideText(text: string, secrets: KnownSecrets): string {
  const name = isUrn(text) ? nameOf(text) : text;
  return text.slice(0, text.length - name.length) + secrets.hide(name);
}

/** A value with its texts changed, the keys of its objects by themselves; a number that is changed as text becomes one. */
function mapTexts(value: Json, change: (text: string) => Json, changeKey: (key: string) => string): Json {
  if (typeof value === "string") {
    return change(value);
  }
  if (typeof value === "number") {
    return change(String(value)) === SECRET_TEXT ? SECRET_TEXT : value;
  }
  if (Array.isArray(value)) {
    return value.map((item) => mapTexts(item, change, changeKey));
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [changeKey(key), mapTexts(inner, change, changeKey)]),
    );
  }
  return value;
}
