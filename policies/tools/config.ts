// Writes the configuration of each environment.
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import type { ApprovedAmi } from "@groundwork/core/src/approved-ami";
import { readApprovedAmis } from "@groundwork/core/src/approved-amis";
import { format } from "prettier";
import { parse } from "yaml";
import { environmentConfig } from "../model/environment-config";
import { ENVIRONMENTS } from "../model/levels";
import { rules } from "../rules";

const CATALOGUE = path.join(__dirname, "..", "..", "stacks", "approved-amis.yaml");

/** The catalogue of approved AMIs. */
function approvedAmis(): ApprovedAmi[] {
  return readApprovedAmis(parse(readFileSync(CATALOGUE, "utf8")), "stacks/approved-amis.yaml", ENVIRONMENTS);
}

export async function configText(environment: (typeof ENVIRONMENTS)[number]): Promise<string> {
  return format(JSON.stringify(environmentConfig(rules, environment, approvedAmis())), {
    parser: "json",
    printWidth: 120,
  });
}

async function main(): Promise<void> {
  for (const environment of ENVIRONMENTS) {
    writeFileSync(path.join(__dirname, "..", "config", `${environment}.json`), await configText(environment));
  }
}

if (require.main === module) {
  void main();
}
