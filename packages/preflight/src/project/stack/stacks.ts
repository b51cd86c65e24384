import * as fs from "node:fs";
import * as path from "node:path";
import { PreflightError } from "../../errors";
import { didYouMean } from "../../files/closest";
import { isDirectory, isFile, whatIsAt } from "../../files/disk";
import { MARKUP_EXTENSIONS } from "../../files/markup";
import { NAME_PATTERN, NAME_RULE } from "../project";
import { type Project } from "../types";

/** The organization of stacks whose backend has none: files, S3 buckets. */
const DEFAULT_ORGANIZATION = "organization";

/** What an organization may be called. */
const ORGANIZATION_PATTERN = /^[A-Za-z0-9][A-Za-z0-9_.-]*$/;

/** A stack's name, taken apart. */
export interface StackName {
  organization: string;
  name: string;
}

/** The names of the stacks that have a file, sorted. */
export function listStacks(project: Project): string[] {
  return stackFiles(project)
    .filter((file) => path.extname(file) === path.extname(project.file))
    .map(stackOf)
    .sort();
}

/** The absolute path of a stack's file: its ending is that of the project's file. */
export function stackFile(project: Project, name: string): string {
  return path.join(project.stackDirectory, `Pulumi.${name}${path.extname(project.file)}`);
}

/**
 * Takes a stack's name apart, and finds its file.
 *
 * @param given `dev`, `org/dev` or `org/project/dev`.
 * @throws {@link PreflightError} where the name is not one, or no such stack has a file.
 */
export function parseStackName(project: Project, given: string): StackName {
  const parts = given.split("/");
  const name = parts.at(-1) ?? "";
  const organization = parts.length > 1 ? (parts[0] ?? "") : DEFAULT_ORGANIZATION;
  const owner = parts.length > 2 ? (parts[1] ?? "") : project.name;
  if (parts.length > 3 || !ORGANIZATION_PATTERN.test(organization) || !NAME_PATTERN.test(name)) {
    throw new PreflightError(
      "configuration",
      `${JSON.stringify(given)} is not a stack's name; write NAME, ORGANIZATION/NAME or ORGANIZATION/PROJECT/NAME, where NAME is ${NAME_RULE}.`,
    );
  }
  if (owner !== project.name) {
    throw new PreflightError(
      "configuration",
      `the stack "${given}" belongs to the project "${owner}", but ${project.file} is the project "${project.name}"; ` +
        "name a stack of this project, or the other project's directory with --cwd.",
    );
  }
  if (!isFile(stackFile(project, name))) {
    throw unknownStack(project, name);
  }
  return { organization, name };
}

function unknownStack(project: Project, name: string): PreflightError {
  const known = listStacks(project);
  const other = stackFiles(project).find((file) => stackOf(file) === name);
  const file = stackFile(project, name);
  const hint =
    other !== undefined
      ? `${other} is not read, because the project's file ends in ${path.extname(project.file)}; rename it.`
      : didYouMean(
          name,
          known,
          `add ${path.basename(file)} (it may be empty) or name a known stack.`,
          (near) => `"${near}"`,
        );
  const list = known.length === 0 ? "no stack has a file there" : `the stacks with a file are ${known.join(", ")}`;
  return new PreflightError(
    "configuration",
    `unknown stack "${name}": ${file} ${whatIsAt(file)}, and ${list}; ${hint}`,
  );
}

/** The names of the files that may be stacks', whatever their ending. */
function stackFiles(project: Project): string[] {
  if (!isDirectory(project.stackDirectory)) {
    return [];
  }
  return fs
    .readdirSync(project.stackDirectory)
    .filter((file) => MARKUP_EXTENSIONS.includes(path.extname(file)) && /^Pulumi\..+\./.test(file))
    .filter((file) => NAME_PATTERN.test(stackOf(file)) && isFile(path.join(project.stackDirectory, file)));
}

function stackOf(file: string): string {
  return path.basename(file, path.extname(file)).slice("Pulumi.".length);
}
