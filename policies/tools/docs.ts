// Writes the table of rules into the README.
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { rules } from "../rules";
import { TABLE, table } from "./table";

const readme = path.join(__dirname, "..", "README.md");
writeFileSync(
  readme,
  readFileSync(readme, "utf8").replace(TABLE, (_, start, end) => `${start}\n${table(rules)}\n${end}`),
);
