import { PreflightError } from "../errors";
import { type Project } from "./types";

/** The names of the stacks that have a file, sorted. */
export function listStacks(project: Project): string[] {
  throw new PreflightError("configuration", project.file);
}

/** The parts of a stack's name as given: `dev`, `org/dev` or `org/project/dev`. */
export function parseStackName(project: Project, given: string): { organization: string; name: string } {
  throw new PreflightError("configuration", `${project.file}${given}`);
}
