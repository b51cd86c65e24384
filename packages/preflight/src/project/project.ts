import { PreflightError } from "../errors";
import { type Project } from "./types";

/**
 * Reads the project that a directory belongs to.
 *
 * @param directory Where to look for Pulumi.yaml, and from there upwards.
 * @throws {@link PreflightError} naming the file, the key, what was found and what to do.
 */
export function loadProject(directory: string): Project {
  throw new PreflightError("configuration", directory);
}
