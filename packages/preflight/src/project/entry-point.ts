import * as path from "node:path";
import { whatIsAt } from "../files/disk";
import { type Problems } from "../files/problems";
import { type Program } from "./types";

/**
 * Where a program runs and starts: in the directory of its Pulumi file, or where that file's `main` points, a directory
 * or a file.
 */
export function resolveProgram(root: string, main: string | undefined, problems: Problems): Program {
  if (main === undefined || main === "") {
    return { directory: root, entryPoint: "." };
  }
  const target = path.resolve(root, main);
  const what = whatIsAt(target);
  if (what === "is a directory") {
    return { directory: target, entryPoint: "." };
  }
  if (what !== "is a file") {
    problems.add(["main"], `\`main\` is "${main}", but ${target} ${what}; name the program's directory or file.`);
  }
  return { directory: path.dirname(target), entryPoint: path.basename(target) };
}
