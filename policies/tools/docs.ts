// Writes the tables of rules and of levels into the README.
import { readFileSync, writeFileSync } from "node:fs";
import * as path from "node:path";
import { rules } from "../rules";
import { LEVELS, levelsTable, TABLE, tables } from "./table";

const readme = path.join(__dirname, "..", "README.md");
const written = readFileSync(readme, "utf8")
  .replace(TABLE, (_, start, end) => `${start}\n${tables(rules)}\n${end}`)
  .replace(LEVELS, (_, start, end) => `${start}\n${levelsTable()}\n${end}`);
writeFileSync(readme, written);
