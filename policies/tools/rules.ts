// Prints the table of rules; each argument is a text that a rule must have: in its name, what it requires, its types (in
// short, `ec2.Instance`, or whole), its group, its severity, its levels or the controls that it answers.
import { rules } from "../rules";
import { matching, table } from "./table";

console.log(table(matching(rules, process.argv.slice(2))));
