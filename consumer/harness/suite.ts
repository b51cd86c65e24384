import { describeEngine } from "@groundwork/preflight/test/conformance/harness/suite";
import { NPM, whyNot } from "./managers";
import { skipped } from "./table";

const missing = whyNot(NPM);
if (missing !== undefined) {
  skipped("all packages", "npm", "pulumi", missing);
}

/** A `describe` that needs the real engine, and packages from the registry: pending where either is not there. */
export const describeInstalled = missing === undefined ? describeEngine : describe.skip;
