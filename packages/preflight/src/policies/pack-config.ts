import Ajv, { type ErrorObject, type ValidateFunction } from "ajv";
import { type EnforcementLevel } from "../document";
import { type PolicyConfig } from "../project";

/** The settings of one policy as the pack gets them. */
export interface PolicySettings {
  level: EnforcementLevel;
  properties: Record<string, unknown>;
}

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

/** The settings of every policy, or every mistake in them; and what the engine passes over without a word. */
export type Reconciled = { settings: Map<string, PolicySettings>; warnings: string[] } | { mistakes: string[] };

/**
 * The settings of a pack's policies as the engine makes them: the schema's defaults, then what the pack's program sets,
 * then the configuration file; the whole checked against the schemas.
 *
 * @see https://github.com/pulumi/pulumi/blob/master/pkg/resource/analyzer/config.go
 */
export function reconcileSettings(
  policies: PolicyInfo[],
  initial: Map<string, PolicySettings>,
  file: PolicyConfig,
): Reconciled {
  const settings = new Map<string, PolicySettings>();
  for (const policy of policies) {
    const defaults = Object.entries(policy.schema?.properties ?? {}).filter(([, schema]) => "default" in schema);
    const properties = Object.fromEntries(defaults.map(([key, schema]) => [key, schema["default"]]));
    settings.set(policy.name, { level: policy.level, properties });
  }
  apply(settings, initial);

  const warnings: string[] = [];
  for (const name of Object.keys(file)) {
    if (name !== "all" && !settings.has(name)) {
      const known = policies.map((policy) => policy.name).sort();
      warnings.push(`"${name}" is no policy of the pack, so it is passed over; its policies are ${known.join(", ")}`);
    }
  }
  apply(settings, new Map(Object.entries(file).map(([name, entry]) => [name, toGiven(entry)])));
  const mistakes: string[] = [];
  for (const policy of policies) {
    mistakes.push(...schemaMistakes(policy, settings.get(policy.name)?.properties ?? {}));
  }
  return mistakes.length > 0 ? { mistakes } : { settings, warnings };
}

/** What is set of one policy: its level, where that is, and some of its properties. */
interface Given {
  level?: EnforcementLevel;
  properties: Record<string, unknown>;
}

function toGiven({ enforcementLevel, properties }: PolicyConfig[string]): Given {
  return { properties, ...(enforcementLevel === undefined ? {} : { level: enforcementLevel }) };
}

function apply(settings: Map<string, PolicySettings>, given: Map<string, Given>): void {
  const all = given.get("all")?.level;
  if (all !== undefined) {
    settings.forEach((setting) => (setting.level = all));
  }
  for (const [name, { level, properties }] of given) {
    const setting = settings.get(name);
    if (setting !== undefined) {
      setting.level = level ?? setting.level;
      Object.assign(setting.properties, properties);
    }
  }
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
