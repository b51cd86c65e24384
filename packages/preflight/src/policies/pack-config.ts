import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import { type EnforcementLevel, type Json } from "../document";
import { didYouMean } from "../files/closest";
import { type PolicyConfig, type PolicySettings } from "../project";

/** What a pack says of one of its policies. */
export interface PolicyInfo {
  name: string;
  level: EnforcementLevel;
  severity: string;
  description: string;
  remediationSteps: string;
  url: string;
  /** A JSON schema for each of its settings; absent where it takes none. */
  schema?: { properties: Record<string, Record<string, unknown>>; required: string[] };
}

/** The settings of every policy as the pack gets them, or every mistake in them. */
export type Reconciled = { settings: Map<string, Required<PolicySettings>> } | { mistakes: string[] };

/**
 * The settings of a pack's policies as the engine makes them: the schema's defaults, then what the pack's program sets,
 * then the configuration file; the whole checked against the schemas. A name in the file that the pack does not have is
 * a mistake, though the engine hands it on: what it was meant to set would stay as it was.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go
 */
export function reconcileSettings(policies: PolicyInfo[], initial: PolicyConfig, file: PolicyConfig): Reconciled {
  const settings = new Map<string, Required<PolicySettings>>();
  for (const policy of policies) {
    const defaults = Object.entries(policy.schema?.properties ?? {}).filter(([, schema]) => "default" in schema);
    const properties = Object.fromEntries(defaults.map(([key, schema]) => [key, schema["default"] as Json]));
    settings.set(policy.name, { level: policy.level, properties });
  }
  apply(settings, initial);
  apply(settings, file);
  const mistakes = wrongNames(policies, file);
  for (const policy of policies) {
    mistakes.push(...schemaMistakes(policy, settings.get(policy.name)?.properties ?? {}));
  }
  return mistakes.length > 0 ? { mistakes } : { settings };
}

function apply(settings: Map<string, Required<PolicySettings>>, given: PolicyConfig): void {
  const all = given["all"]?.level;
  if (all !== undefined) {
    settings.forEach((setting) => (setting.level = all));
  }
  for (const [name, { level, properties }] of Object.entries(given)) {
    const setting = settings.get(name);
    if (setting !== undefined) {
      setting.level = level ?? setting.level;
      Object.assign(setting.properties, properties);
    }
  }
}

/** What a file names and the pack does not have. A policy without a schema may read any property. */
function wrongNames(policies: PolicyInfo[], file: PolicyConfig): string[] {
  const known = new Map(policies.map(({ name, schema }) => [name, schema && Object.keys(schema.properties)]));
  return Object.entries(file).flatMap(([policy, settings]) => {
    const given = Object.keys(settings.properties);
    if (policy === "all") {
      return given.map((name) => `"all" sets a level and nothing else, but has "${name}"; give it to each policy`);
    }
    if (!known.has(policy)) {
      return [`"${policy}" is no policy of the pack; ${meant(policy, [...known.keys()].sort(), "policies")}`];
    }
    const properties = known.get(policy) ?? given;
    return given
      .filter((name) => !properties.includes(name))
      .map((name) => `"${policy}" has no property "${name}"; ${meant(name, properties, "properties")}`);
  });
}

function meant(name: string, known: string[], what: string): string {
  return didYouMean(name, known, `its ${what} are ${known.join(", ") || "none"}`, (near) => `"${near}"`);
}

// The pack's own mistake would be found here too, but checking each schema against the schema of schemas is slow.
const ajv = new Ajv({
  allErrors: true,
  strict: false,
  validateFormats: false,
  verbose: true,
  meta: false,
  validateSchema: false,
  // A schema is used once or twice: tidying the code that checks it costs more than it saves.
  code: { optimize: false },
});

/** The checks of schemas, by their text: the packs of several stacks are the same. */
const validators = new Map<string, ValidateFunction>();

/** @throws Ajv's own error when the schema is none. */
function validatorOf(schema: object): ValidateFunction {
  const text = JSON.stringify(schema);
  const validate = validators.get(text) ?? ajv.compile({ type: "object", ...schema });
  validators.set(text, validate);
  return validate;
}

function schemaMistakes(policy: PolicyInfo, properties: Record<string, unknown>): string[] {
  if (policy.schema === undefined) {
    return [];
  }
  let validate: ValidateFunction;
  try {
    validate = validatorOf(policy.schema);
  } catch (error) {
    return [
      `"${policy.name}" can't be checked, because the schema that the pack gives is none: ${(error as Error).message}`,
    ];
  }
  return validate(properties) ? [] : (validate.errors ?? []).map((error) => `"${policy.name}${place(error)}`);
}

/** A mistake's place, what was found there, and what the schema wants. */
function place(error: ErrorObject): string {
  const path = error.instancePath.replaceAll("/", ".");
  const found = path === "" ? "" : ` is ${JSON.stringify(error.data)}, but`;
  const allowed = "allowedValues" in error.params ? `: ${JSON.stringify(error.params["allowedValues"])}` : "";
  return `${path}"${found} ${error.message ?? error.keyword}${allowed}`;
}
