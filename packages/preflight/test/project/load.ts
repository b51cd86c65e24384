import { loadProject, loadStack, type StackSettings } from "../../src/project";
import { type TemporaryDirectory } from "./temporary";

/** The smallest Pulumi.yaml. */
export const PROJECT = "name: facts\nruntime: nodejs\n";

/** The stack `dev` of the project in a directory. */
export function load(
  directory: TemporaryDirectory,
  overrides: Record<string, string> = {},
  environment: NodeJS.ProcessEnv = {},
): Promise<StackSettings> {
  return loadStack(loadProject(directory.root), "dev", overrides, environment);
}
