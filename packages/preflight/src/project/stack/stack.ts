import { PreflightError } from "../../errors";
import { type Diagnostic } from "../../document";
import { applyProjectConfig, checkTypes, type StackConfig } from "./stack-config";
import { CONFIG_KEY_RULE, fullConfigKey } from "./config-key";
import { configText, Secret, secretsIn, textsIn } from "./config-value";
import { readMarkup } from "../../files/markup";
import { Problems } from "../../files/problems";
import { readStackFile, type StackFile } from "./stack-file";
import { revealSecrets } from "./stack-secrets";
import { parseStackName, stackFile } from "./stacks";
import { type Project, type ProviderConfigValue, type StackSettings } from "../types";

/**
 * Reads a stack's configuration as the engine would hand it to the program.
 *
 * A secret that cannot be decrypted stands as `[secret]`, and a diagnostic names it: a preview needs no passphrase.
 *
 * @param name `dev`, `org/dev` or `org/project/dev`.
 * @param overrides Values by key that win over the stack's file. Nothing is written to it.
 * @param environment Where a passphrase for the stack's secrets is looked for.
 * @throws {@link PreflightError} naming the file, the key, what was found and what to do.
 */
export async function loadStack(
  project: Project,
  name: string,
  overrides: Record<string, string> = {},
  environment: NodeJS.ProcessEnv = process.env,
): Promise<StackSettings> {
  const stack = parseStackName(project, name);
  const markup = readMarkup(stackFile(project, stack.name));
  const problems = new Problems(markup);
  const file = readStackFile(project.name, markup, problems);
  problems.done();

  const loaded: StackConfig = { project, stack: stack.name, file, markup, values: new Map(file.config) };
  const diagnostics = [...noteEmpty(loaded), ...noteEnvironment(loaded)];
  applyOverrides(loaded, overrides);
  applyProjectConfig(loaded);
  diagnostics.push(...(await revealSecrets(loaded, environment)));
  checkTypes(loaded);

  const values = [...loaded.values].sort(([a], [b]) => (a < b ? -1 : 1));
  const secrets = values.flatMap(([, value]) => secretsIn(value).flatMap(({ plaintext }) => plaintext ?? []));
  return {
    ...stack,
    project: project.name,
    file: markup.file,
    config: new Map(values.map(([key, value]) => [key, configText(value)])),
    secretKeys: new Set(values.filter(([, value]) => secretsIn(value).length > 0).map(([key]) => key)),
    secrets,
    plainTexts: [...file.config.values()].flatMap(textsIn),
    diagnostics,
  };
}

/** The stack's configuration for the default provider of a package, by property. */
export function providerConfig(stack: StackSettings, pkg: string): Map<string, ProviderConfigValue> {
  const prefix = `${pkg}:`;
  return new Map(
    [...stack.config]
      .filter(([key]) => key.startsWith(prefix))
      .map(([key, value]) => [key.slice(prefix.length), { value, secret: stack.secretKeys.has(key) }]),
  );
}

/** What the stack's file or the project says is secret stays so when the command line sets it. */
function applyOverrides(loaded: StackConfig, overrides: Record<string, string>): void {
  const { project, values } = loaded;
  for (const [key, value] of Object.entries(overrides)) {
    const full = fullConfigKey(project.name, key);
    if (full === undefined) {
      throw new PreflightError(
        "configuration",
        `--config ${key}=…: "${key}" is not a configuration key; ${CONFIG_KEY_RULE}.`,
      );
    }
    const before = values.get(full);
    const declared = [...project.config].some(
      ([own, entry]) => entry.secret && fullConfigKey(project.name, own) === full,
    );
    const secret = declared || (before !== undefined && secretsIn(before).length > 0);
    values.set(full, secret ? new Secret(undefined, value) : value);
  }
}

function noteEmpty({ file, markup }: StackConfig): Diagnostic[] {
  return file.empty.map((key) => ({
    severity: "warning",
    message: `${markup.at(["config", spelling(file, key)])}: \`${key}\` has no value and stands as empty text; write "" if that is meant.`,
    urn: "",
  }));
}

function noteEnvironment({ file, markup }: StackConfig): Diagnostic[] {
  if (!file.hasEnvironment) {
    return [];
  }
  const message =
    `${markup.at(["environment"])}: \`environment\` takes values from Pulumi ESC, which only Pulumi Cloud can open; ` +
    "they are left out here, so pass those that the program requires with --config KEY=VALUE.";
  return [{ severity: "warning", message, urn: "" }];
}

function spelling(file: StackFile, key: string): string {
  return file.spelling.get(key) ?? key;
}
