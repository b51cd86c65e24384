import { PreflightError } from "../errors";
import { type ConfigOverride, type Project, type ProviderConfigValue, type StackSettings } from "./types";

/**
 * Reads a stack's configuration as the engine would hand it to the program.
 *
 * @param name `dev`, `org/dev` or `org/project/dev`.
 * @param environment Where a passphrase for the stack's secrets is looked for.
 */
export function loadStack(
  project: Project,
  name: string,
  overrides: ConfigOverride[] = [],
  environment: NodeJS.ProcessEnv = process.env,
): Promise<StackSettings> {
  throw new PreflightError("configuration", `${project.file} ${name} ${overrides.length} ${environment["HOME"]}`);
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
