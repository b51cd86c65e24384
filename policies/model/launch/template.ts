import { get, where } from "../facts";
import type { Program } from "../program";
import { at, text, UNKNOWN, type Text, type Unknown } from "../reading";
import type { Resource } from "../resource";
import { AwsType } from "../types";
import type { Fact, Facts } from "../verdict";
import type { Launch, TemplateField } from "./shape";

/** Reads a reference to a launch template: by its id or its name, under either spelling. */
export function templateField(value: unknown, field: string): TemplateField {
  return {
    field,
    input: field.split(/[.[]/)[0] ?? field,
    name: text(at(value, "name")) ?? text(at(value, "launchTemplateName")),
    version: text(at(value, "version")),
  };
}

/**
 * The launch template of the same program that a launch follows: UNKNOWN where it is another's, or a version that the
 * program does not describe.
 */
export function templateOf(
  resource: Resource,
  launch: Pick<Launch, "template">,
  program: Program,
): Resource | Unknown | undefined {
  if (launch.template === undefined) {
    return undefined;
  }
  const templates = candidates(resource, launch.template, program);
  const [template] = templates;
  return template !== undefined && templates.length === 1 && describes(template, launch.template.version)
    ? template
    : UNKNOWN;
}

/** Whether the launch template that a field names is of the program, and at the version that the program describes. */
export function isOfProgram(resource: Resource, field: TemplateField, program: Program): boolean | Unknown {
  const templates = candidates(resource, field, program);
  // Of several, any may be the one that this field names.
  return (templates.length > 0 && templates.every((template) => describes(template, field.version))) || UNKNOWN;
}

function candidates(resource: Resource, { input, name }: TemplateField, program: Program): Resource[] {
  const sources = program.sources(resource, input, [AwsType.LaunchTemplate]);
  const templates = sources === UNKNOWN ? [] : sources.filter(({ type }) => type === AwsType.LaunchTemplate);
  // A name may be written out, which makes no dependency.
  const named = program
    .known([AwsType.LaunchTemplate])
    .filter(({ declared }) => typeof name === "string" && text(at(declared, "name")) === name);
  return named.length > 0 ? named : templates;
}

/**
 * Whether a launch template's declaration is what a version of it says: it is, for the latest. Before AWS has numbered
 * the versions, it is for any version but a number.
 */
function describes(template: Resource, version: Text): boolean {
  const latest = at(template.state, "latestVersion");
  const wanted = version === undefined || version === "$Default" ? at(template.state, "defaultVersion") : version;
  if (wanted === "$Latest") {
    return true;
  }
  return typeof wanted === "symbol" || wanted === undefined ? typeof latest !== "number" : Number(wanted) === latest;
}

/**
 * Facts about a field that a launch may leave to its launch template, which is judged by itself where the program makes
 * it.
 */
export function unlessTemplates(
  resource: Resource,
  launch: Launch,
  path: string,
  program: Program,
  judge: () => Facts,
): Fact[] {
  const template = get(launch, path) === undefined ? templateOf(resource, launch, program) : undefined;
  return where(template === UNKNOWN ? UNKNOWN : template === undefined, judge);
}
