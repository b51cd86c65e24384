import { realDesk } from "../desk";
import { run } from "./run";

// Which Node.js this runs on is the repository's affair, and which SDK its lockfile's.
process.env["AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED"] = "true";

void run(process.argv.slice(2), realDesk(), (text) => void process.stderr.write(`${text}\n`)).then((status) => {
  process.exitCode = status;
});
