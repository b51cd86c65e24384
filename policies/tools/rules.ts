// Prints the rules; each argument is a text that a rule must have: in its name, what it requires, its types (in
// short, `ec2.Instance`, or whole), its group, its severity, its levels or the controls that it answers.
import { rules } from "../rules";
import { listing, matching } from "./table";

console.log(listing(matching(rules, process.argv.slice(2))));
