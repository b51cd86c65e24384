// Writes the configuration of each environment.
import { writeFileSync } from "node:fs";
import * as path from "node:path";
import { format } from "prettier";
import { environmentConfig } from "../model/environment-config";
import { ENVIRONMENTS } from "../model/levels";
import { rules } from "../rules";

export async function configText(environment: (typeof ENVIRONMENTS)[number]): Promise<string> {
  return format(JSON.stringify(environmentConfig(rules, environment)), { parser: "json", printWidth: 120 });
}

async function main(): Promise<void> {
  for (const environment of ENVIRONMENTS) {
    writeFileSync(path.join(__dirname, "..", "config", `${environment}.json`), await configText(environment));
  }
}

if (require.main === module) {
  void main();
}
