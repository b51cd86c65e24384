import { type Checks } from "@groundwork/core";
import { parse } from "yaml";
import { systemOf } from "../recipe/operating-system";
import { type RecipeArgs } from "../recipe/recipe-args";
import { checkVersion } from "../recipe/version-checks";
import { type BuildComponent } from "./component-args";
import { checkDocument } from "./document-checks";
import { documentYaml } from "./document-yaml";

/** Where a component may come from. */
const SOURCES = ["managed", "arn", "document", "yaml", "uri"] as const;

/** The longest component document that is passed inline, in characters. */
const MAX_DOCUMENT_LENGTH = 16_000;

/** The longest name of a component. */
const MAX_NAME_LENGTH = 126;

const COMPONENT_NAME = /^[a-z0-9][a-z0-9-]{0,62}$/;

/** Records what is wrong with components. */
export function checkComponents(checks: Checks, args: RecipeArgs): void {
  const components = args.components ?? [];
  const names = components.map(({ name }) => name).filter((name) => name !== undefined);
  checks.different("components", names, "components of different names", "rename one");
  components.forEach((component, index) => checkComponent(checks, `components[${index}]`, component, args));
}

function checkComponent(checks: Checks, at: string, component: BuildComponent, args: RecipeArgs): void {
  const { name, document, yaml, managed, version, uri, contentVersion } = component;
  checks.that(
    SOURCES.filter((source) => component[source] !== undefined).length === 1,
    at,
    Object.keys(component),
    `given one of ${SOURCES.join(", ")}`,
    "say where the component comes from",
  );
  if ([document, yaml, uri].every((own) => own === undefined)) {
    checks.leftOut(`${at}.name`, name, "for a component that somebody else owns", "remove it");
  } else {
    checkName(checks, `${at}.name`, name, args.amiName);
  }
  checks.matches(`${at}.managed`, managed, /^[a-z0-9-]+$/, "a component's name", "write it like update-linux");
  checks.matches(`${at}.arn`, component.arn, /^arn:[\w-]+:imagebuilder:.+:component\/.+$/, "an ARN", "copy it");
  checks.matches(`${at}.uri`, uri, /^s3:\/\/[^/]+\/.+$/, "an object in S3", "write it like s3://bucket/component.yaml");
  checkVersion(checks, `${at}.version`, version);
  if (managed === undefined) {
    checks.leftOut(`${at}.version`, version, "without managed", "remove it");
  }
  checks.that(
    (uri === undefined) === (contentVersion === undefined),
    `${at}.contentVersion`,
    contentVersion,
    uri === undefined ? "left out without uri" : "given with uri",
    uri === undefined ? "remove it" : "pass the document's digest",
  );
  if (yaml !== undefined) {
    checks.that(hasPhases(yaml), `${at}.yaml`, yaml, "a document of YAML with phases", "correct the text");
  }
  if (document !== undefined) {
    checkDocument(checks, `${at}.document`, document, systemOf(args).platform);
    checkParameters(checks, at, component);
  }
  const text = yaml ?? (document && documentYaml(name ?? "", document)) ?? "";
  checks.that(
    text.length <= MAX_DOCUMENT_LENGTH,
    yaml === undefined ? `${at}.document` : `${at}.yaml`,
    `${text.length} characters`,
    `at most ${MAX_DOCUMENT_LENGTH} characters`,
    "put the text into S3 and pass uri, or split the component",
  );
}

function checkName(checks: Checks, field: string, name: string | undefined, amiName: string): void {
  const allowed = "up to 63 lower-case letters, digits and hyphens";
  const given = checks.that(name !== undefined, field, name, allowed, "pass a name like hardening");
  if (given && checks.matches(field, name, COMPONENT_NAME, allowed, "pass a name like hardening")) {
    const full = `${amiName}-${name}`;
    checks.that(
      full.length <= MAX_NAME_LENGTH,
      field,
      name,
      `${MAX_NAME_LENGTH} characters after amiName`,
      "shorten it",
    );
  }
}

/** Records parameters that a document does not have, and those that it must be given. */
function checkParameters(checks: Checks, at: string, { document, parameters = {} }: BuildComponent): void {
  const declared = document?.parameters ?? {};
  const unknown = Object.keys(parameters).filter((name) => declared[name] === undefined);
  const known = Object.keys(declared).join(", ") || "none";
  checks.that(unknown.length === 0, `${at}.parameters`, unknown, `the document's (${known})`, "define or remove it");
  const missing = Object.keys(declared).filter(
    (name) => declared[name]?.default === undefined && parameters[name] === undefined,
  );
  checks.that(missing.length === 0, `${at}.parameters`, missing, "given, having no default", "add a value");
}

/** Whether a text is a document, as far as that can be told without AWSTOE. */
function hasPhases(text: string): boolean {
  try {
    const content: unknown = parse(text);
    return typeof content === "object" && content !== null && Array.isArray((content as { phases?: unknown }).phases);
  } catch {
    return false;
  }
}
