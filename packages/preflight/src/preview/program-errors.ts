import { type Diagnostic, type FailureKind } from "../document";
import { withoutOwnFrames } from "../process/own-frames";
import { type StackSettings } from "../project/index";
import { MISSING_LOOKUP } from "../protocol/missing-lookup";

/** A diagnostic, and whose mistake it tells of where that is not the program's. */
export interface ToldDiagnostic {
  diagnostic: Diagnostic;
  kind?: FailureKind;
}

/** What the SDK says where the program requires a configuration key that the stack lacks. */
const MISSING_CONFIG = /Missing required configuration variable '([^']+)'/;

/** What the SDK says where a configuration value does not have the type that the program asks for. */
const WRONG_CONFIG =
  /Configuration '([^']+)' value .* (is not a valid|is not in the range|does not match|is not one of)/;

/** What the SDK prints, and reports nowhere, where Node.js finds no program to load; below it the likely reason. */
const NO_PROGRAM = "We failed to locate the entry point for your program: ";

/**
 * What the program's side said, put in the words of whoever can mend it: a configuration key with the file that it
 * belongs in, a look-up with the entry to add.
 */
export function explain(given: Diagnostic, stack: StackSettings): ToldDiagnostic {
  const message = withoutOwnFrames(given.message);
  const diagnostic = { ...given, message };
  const lookup = message.indexOf(MISSING_LOOKUP);
  if (lookup >= 0) {
    const told = message.slice(lookup + MISSING_LOOKUP.length).split(/\n {4}at /)[0] ?? "";
    return { diagnostic: { ...diagnostic, message: told.trimEnd() }, kind: "configuration" };
  }
  const missing = MISSING_CONFIG.exec(message)?.[1];
  if (missing !== undefined) {
    const key = missing.replace(":config:", ":");
    const told =
      `${stack.file}: the program requires the configuration key ${key}, and the stack does not set it; ` +
      `add it under \`config:\`, or pass --config ${key}=VALUE`;
    return { diagnostic: { ...diagnostic, message: told }, kind: "configuration" };
  }
  if (WRONG_CONFIG.test(message)) {
    const said =
      /Configuration '.*/s
        .exec(message)?.[0]
        .split(/\n {4}at /)[0]
        ?.trimEnd() ?? message;
    return { diagnostic: { ...diagnostic, message: `${stack.file}: ${said}` }, kind: "configuration" };
  }
  if (message.includes(NO_PROGRAM)) {
    const told = message.split("\nRequire stack:")[0] ?? "";
    return { diagnostic: { ...diagnostic, severity: "error", message: told }, kind: "configuration" };
  }
  return { diagnostic };
}
