import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse } from "yaml";
import { type ApprovedAmi, ConfigError, readApprovedAmis } from "@groundwork/core";

/** The catalogue of approved AMIs, from the root of the repository. */
export const CATALOGUE = "stacks/approved-amis.yaml";

/**
 * Reads the catalogue of approved AMIs.
 *
 * @throws ConfigError with everything that is wrong with it.
 */
export function readCatalogue(): ApprovedAmi[] {
  return readApprovedAmis(readYaml(join(__dirname, "..", "..", CATALOGUE)), CATALOGUE);
}

function readYaml(file: string): unknown {
  try {
    return parse(readFileSync(file, "utf8"));
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    throw new ConfigError(`Catalogue "${CATALOGUE}"`, [`it cannot be read: ${reason}`]);
  }
}
