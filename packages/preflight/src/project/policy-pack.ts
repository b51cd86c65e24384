import * as path from "node:path";
import { PreflightError } from "../errors";
import { isDirectory, isFile } from "../files/disk";
import { MARKUP_EXTENSIONS, readMarkup } from "../files/markup";
import { readPolicyConfig } from "./policy-config";
import { Problems, textAt } from "../files/problems";
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
  const version = textAt(["version"], content.get("version"), "put it in quotes", problems);
  const pack: PolicyPackSource = {
    directory: root,
    runtimeOptions: readRuntime(content.get("runtime"), "policy pack", problems),
    ...(version === undefined || version === "" ? {} : { version }),
  };
  problems.done();
  return configFile === undefined ? pack : { ...pack, ...readPolicyConfig(configFile) };
}

/** The file that makes a directory a pack. The engine takes no other ending. */
const PACK_FILE = "PulumiPolicy.yaml";

/** What Node.js and ts-node append to a path, before they look for a directory of that name. */
const LOADED_FIRST = [".js", ".json", ".node", ".ts", ".tsx"];

function findPackFile(root: string): string {
  const file = path.join(root, PACK_FILE);
  const loaded = LOADED_FIRST.map((ending) => `${root}${ending}`).find(isFile);
  if (isFile(file) && loaded === undefined) {
    return file;
  }
  const fault =
    isFile(file) && loaded !== undefined
      ? `is not what would run: Node.js loads ${loaded} in its place; rename that file, or move it away.`
      : noPack(root);
  throw new PreflightError("configuration", `the policy pack ${root} ${fault}`);
}

function noPack(root: string): string {
  const other = MARKUP_EXTENSIONS.map((ending) => `PulumiPolicy${ending}`).find((name) =>
    isFile(path.join(root, name)),
  );
  if (other !== undefined) {
    return `has ${other}, but the engine reads ${PACK_FILE} only; rename it.`;
  }
  const fact = isFile(root) ? "is a file" : isDirectory(root) ? `has no ${PACK_FILE}` : "does not exist";
  return `${fact}; name the directory of a ${PACK_FILE} with --policy-pack.`;
}
