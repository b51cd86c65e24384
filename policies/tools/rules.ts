// Prints the table of rules; each argument is a text that a row must have.
import { rules } from "../rules";
import { table } from "./table";

const words = process.argv.slice(2).map((word) => word.toLowerCase());
const [head, line, ...rows] = table(rules).split("\n");
const found = rows.filter((row) => words.every((word) => row.toLowerCase().includes(word)));
console.log([head, line, ...found].join("\n"));
