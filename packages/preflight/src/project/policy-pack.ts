import * as path from "node:path";
import { PreflightError } from "../errors";
import { findMarkup, isDirectory, isFile, readMarkup } from "../files/markup";
import { readPolicyConfig } from "./policy-config";
import { Problems } from "../files/problems";
import { resolveProgram } from "./program";
import { readObject } from "./project";
import { readRuntime } from "./runtime";
import { type PolicyPackSource } from "./types";

/**
 * Reads a policy pack's PulumiPolicy.yaml and the configuration file that goes with it.
 *
 * @param directory The pack's directory; those above it are not searched.
 * @param configFile A JSON file: by policy, an enforcement level or an object with the policy's properties.
 * @throws {@link PreflightError} naming the file, the key, what was found and what to do.
 */
export function loadPolicyPack(directory: string, configFile?: string): PolicyPackSource {
  const root = path.resolve(directory);
  const markup = readMarkup(findPackFile(root));
  const content = readObject(markup, "policy pack");
  const problems = new Problems(markup);
  const version = problems.text(["version"], content.get("version"), "put it in quotes");
  const main = problems.text(["main"], content.get("main"), "name a directory or a file");
  const pack: PolicyPackSource = {
    directory: root,
    program: resolveProgram(root, main, problems),
    runtimeOptions: readRuntime(content.get("runtime"), "policy pack", problems),
    ...(version === undefined || version === "" ? {} : { version }),
  };
  problems.done();
  return configFile === undefined ? pack : { ...pack, ...readPolicyConfig(configFile) };
}

function findPackFile(root: string): string {
  const found = findMarkup(root, "PulumiPolicy");
  if (found !== undefined) {
    return found;
  }
  const fact = isFile(root) ? "is a file" : isDirectory(root) ? "has no PulumiPolicy.yaml" : "does not exist";
  throw new PreflightError(
    "configuration",
    `the policy pack ${root} ${fact}; name the directory of a PulumiPolicy.yaml with --policy-pack.`,
  );
}
