import { PreflightError } from "../../errors";
import { fullConfigKey } from "./config-key";
import { parseConfigPath, valueAt, withValueAt } from "./config-path";
import { configTypeName, fitsType } from "../config-type";
import { configText, type ConfigValue, readDefaultValue, reveal, secretsIn } from "./config-value";
import { describeKind, type GoValue } from "../../files/go-values";
import { type Markup } from "../../files/markup";
import { type StackFile } from "./stack-file";
import { type Project, type ProjectConfigEntry } from "../types";

/** A stack's configuration while it is put together. */
export interface StackConfig {
  project: Project;
  /** The stack's name. */
  stack: string;
  file: StackFile;
  markup: Markup;
  /** The values so far, by full key. */
  values: Map<string, ConfigValue>;
}

/** Where a key of Pulumi.yaml's `config` block leads: a full key, and the steps from its value. */
interface Target {
  key: string;
  steps: (string | number)[];
}

/**
 * Gives a stack the values of Pulumi.yaml for what it does not set itself.
 *
 * @throws {@link PreflightError} naming all that the project requires and the stack lacks.
 */
export function applyProjectConfig(loaded: StackConfig): void {
  const missing: string[] = [];
  for (const [name, entry] of sorted(loaded.project.config)) {
    const target = targetOf(loaded.project, name);
    if (valueOf(loaded, target) !== undefined) {
      continue;
    }
    if (entry.default !== undefined) {
      setDefault(loaded, name, target, entry.default);
    } else if (target.key.startsWith(`${loaded.project.name}:`)) {
      missing.push(name);
    }
  }
  if (missing.length > 0) {
    throw missingConfig(loaded, missing);
  }
}

/**
 * Checks a stack's values against the types that Pulumi.yaml declares.
 *
 * A value of which a secret is not known is not checked.
 *
 * @throws {@link PreflightError} with every value that does not fit.
 */
export function checkTypes(loaded: StackConfig): void {
  const problems: string[] = [];
  for (const [name, entry] of sorted(loaded.project.config)) {
    const target = targetOf(loaded.project, name);
    const value = valueOf(loaded, target);
    if (entry.type === undefined || value === undefined) {
      continue;
    }
    const place = placeOf(loaded, target);
    const secrets = secretsIn(value);
    if (entry.secret && secrets.length === 0) {
      problems.push(
        `${place}: \`${name}\` must be encrypted, because ${loaded.project.file} declares it secret; ` +
          `set it with \`pulumi config set --secret ${name} -s ${loaded.stack}\`.`,
      );
    } else if (secrets.every((secret) => secret.plaintext !== undefined) && !fitsType(entry.type, contentOf(value))) {
      const found = secrets.length > 0 ? "the secret does not fit" : `is ${describeKind(contentOf(value))}`;
      problems.push(
        `${place}: \`${name}\` must be of type ${configTypeName(entry.type)}, as ${loaded.project.file} declares, but ${found}; ` +
          "correct the value.",
      );
    }
  }
  if (problems.length > 0) {
    throw new PreflightError("configuration", problems.join("\n"));
  }
}

function sorted(config: Map<string, ProjectConfigEntry>): [string, ProjectConfigEntry][] {
  return [...config].sort(([a], [b]) => (a < b ? -1 : 1));
}

function targetOf(project: Project, name: string): Target {
  const full = fullConfigKey(project.name, name);
  const separator = full?.indexOf(":") ?? -1;
  const path = full === undefined ? undefined : parseConfigPath(full.slice(separator + 1));
  if (full === undefined || path === undefined) {
    throw new PreflightError(
      "configuration",
      `${project.file}: \`config.${name}\` is neither a configuration key nor a path into one; write NAME, NAMESPACE:NAME, NAME.KEY or NAME[INDEX].`,
    );
  }
  const [first, ...steps] = path;
  return { key: `${full.slice(0, separator)}:${first}`, steps };
}

function valueOf(loaded: StackConfig, { key, steps }: Target): ConfigValue | undefined {
  return valueAt(loaded.values.get(key), steps);
}

function setDefault(loaded: StackConfig, name: string, { key, steps }: Target, value: GoValue): void {
  const given = readDefaultValue(value);
  if (steps.length === 0) {
    loaded.values.set(key, given);
    return;
  }
  try {
    loaded.values.set(key, withValueAt(loaded.values.get(key), steps, given));
  } catch (error) {
    throw new PreflightError(
      "configuration",
      `${loaded.project.file}: the default of \`config.${name}\` cannot be set in the stack "${loaded.stack}": ${(error as Error).message}; ` +
        `correct \`${key}\` in ${loaded.markup.file} or the default.`,
    );
  }
}

/** A value as its type is checked: single values are text, as a program receives them. */
function contentOf(value: ConfigValue): GoValue {
  return Array.isArray(value) || value instanceof Map ? reveal(value) : configText(value);
}

function placeOf({ file, markup }: StackConfig, { key, steps }: Target): string {
  const spelling = file.spelling.get(key);
  return spelling === undefined ? markup.file : markup.at(["config", spelling, ...steps]);
}

function missingConfig({ project, stack, file, markup }: StackConfig, missing: string[]): PreflightError {
  const names = missing.map((name) => `\`${name}\``).join(", ");
  const one = missing.length === 1;
  const fromEnvironment = file.hasEnvironment
    ? " (the values of its `environment`, Pulumi ESC, are not read here)"
    : "";
  return new PreflightError(
    "configuration",
    `${markup.file}: the stack "${stack}" lacks ${names}${fromEnvironment}, which ${project.file} requires; ` +
      `set ${one ? "it" : "each"} with \`pulumi config set KEY VALUE -s ${stack}\`, or pass --config KEY=VALUE.`,
  );
}
