import * as path from "node:path";
import { PreflightError } from "../errors";
import { closest } from "../files/closest";
import { describeKind, type GoMap } from "../files/go-values";
import { isDirectory, whatIsAt } from "../files/disk";
import { findMarkup, type Markup, readMarkup } from "../files/markup";
import { Problems, textAt } from "../files/problems";
import { resolveProgram } from "./entry-point";
import { readProjectConfig } from "./project-config";
import { readRuntime } from "./runtime";
import { type Project } from "./types";

/** What a project or a stack may be called. */
export const NAME_PATTERN = /^[A-Za-z0-9_.-]{1,100}$/;

/** {@link NAME_PATTERN} in words. */
export const NAME_RULE = "1 to 100 letters, digits, hyphens, underscores and periods";

/** Keys that describe a project and must be text; a preview does not use them. */
const DESCRIPTIONS = ["description", "author", "website", "license"];

/** Keys for what a preview leaves to Pulumi: its service, its plugins and its templates. They must be objects. */
const LEFT_TO_PULUMI = ["backend", "options", "template", "packages", "plugins"];

/**
 * Reads the project that a directory belongs to.
 *
 * @param directory Where to look for Pulumi.yaml, and from there upwards.
 * @throws {@link PreflightError} naming the file, the key, what was found and what to do.
 */
export function loadProject(directory: string): Project {
  const markup = readMarkup(findProjectFile(path.resolve(directory)));
  const content = readObject(markup, "project");
  const problems = new Problems(markup);
  const root = path.dirname(markup.file);
  const name = readName(content, problems);
  checkUnused(content, problems);
  const project: Project = {
    name,
    file: markup.file,
    root,
    stackDirectory: path.resolve(root, readStackDirectory(content, problems)),
    program: resolveProgram(
      root,
      textAt(["main"], content.get("main"), "name a directory or a file", problems),
      problems,
    ),
    runtimeOptions: readRuntime(content.get("runtime"), "project", problems),
    config: readProjectConfig(name, content.get("config"), problems),
  };
  problems.done();
  return project;
}

/**
 * The object that a file must hold.
 *
 * @throws {@link PreflightError} where it holds anything else.
 */
export function readObject(markup: Markup, subject: string): GoMap {
  if (markup.value instanceof Map) {
    return markup.value;
  }
  throw new PreflightError(
    "configuration",
    `${markup.at([])}: a ${subject} file must hold an object, but this one is ${describeKind(markup.value)}; ` +
      `write keys such as \`runtime: nodejs\`.`,
  );
}

function findProjectFile(start: string): string {
  if (!isDirectory(start)) {
    throw new PreflightError("configuration", `${start} ${whatIsAt(start)}; name the project's directory with --cwd.`);
  }
  for (let directory = start; ; directory = path.dirname(directory)) {
    const found = findMarkup(directory, "Pulumi");
    if (found !== undefined) {
      return found;
    }
    if (directory === path.dirname(directory)) {
      throw new PreflightError(
        "configuration",
        `no Pulumi.yaml in ${start} or any directory above it; ` +
          "run preflight in a Pulumi project, or name one with --cwd.",
      );
    }
  }
}

function readName(content: GoMap, problems: Problems): string {
  const name = content.get("name");
  if (typeof name === "string" && NAME_PATTERN.test(name)) {
    return name;
  }
  const meant = content.has("name") ? undefined : closest("name", content.keys());
  const found = meant === undefined ? `is ${describeKind(name)}` : `is missing; there is a \`${meant}\``;
  problems.add(["name"], `\`name\` must be ${NAME_RULE}, but ${found}; write \`name: my-project\`.`);
  return "";
}

/** The directory of the stacks' files; `config` with a text is how it was set before `stackConfigDir`. */
function readStackDirectory(content: GoMap, problems: Problems): string {
  const legacy = content.get("config");
  const current = textAt(["stackConfigDir"], content.get("stackConfigDir"), "name a directory", problems);
  if (typeof legacy !== "string") {
    return current ?? ".";
  }
  if (content.has("stackConfigDir")) {
    problems.add(
      ["config"],
      "both `config` and `stackConfigDir` name the stacks' directory; keep `stackConfigDir` only.",
    );
  }
  return legacy;
}

function checkUnused(content: GoMap, problems: Problems): void {
  for (const key of DESCRIPTIONS) {
    textAt([key], content.get(key), "put it in quotes", problems);
  }
  for (const key of LEFT_TO_PULUMI) {
    const value = content.get(key) ?? null;
    if (value !== null && !(value instanceof Map)) {
      problems.add([key], `\`${key}\` must be an object, but is ${describeKind(value)}; give it keys or remove it.`);
    }
  }
}
