import path from "node:path";
import { terminalStyle } from "@groundwork/preflight";
import { run } from "./run";

// Written to the end even where it is a pipe that is read slowly: the process ends by itself.
void run(process.argv.slice(2), {
  project: path.join(__dirname, "..", "..", ".."),
  // npm runs this in the workspace, whatever directory it was called in.
  cwd: process.env["INIT_CWD"] ?? process.cwd(),
  print: (text) => process.stdout.write(text),
  complain: (text) => process.stderr.write(`error: ${text}\n`),
  style: terminalStyle(process.stdout),
}).then((status) => {
  process.exitCode = status;
});
