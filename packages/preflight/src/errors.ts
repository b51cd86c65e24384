import { type FailureKind } from "./document";

/**
 * Why a stack has no verdict, in words for whoever can mend it: the file or option, the key, what was found, what to do.
 *
 * Only the command line prints it, alone and without a stack trace, and chooses the exit status by its kind.
 */
export class PreflightError extends Error {
  override readonly name = "PreflightError";

  /**
   * @param kind Whose mistake it is.
   * @param message One clear error, ready to print.
   */
  constructor(
    readonly kind: FailureKind,
    message: string,
  ) {
    super(message);
  }
}

/** Asks for the stack traces of preflight's own errors, where it is set. */
const TRACE_VARIABLE = "PREFLIGHT_TRACE";

/** Any error as one that can be printed: what nobody foresaw becomes a line that asks for a report. */
export function toPreflightError(error: unknown): PreflightError {
  if (error instanceof PreflightError) {
    return error;
  }
  const { message, stack } = error instanceof Error ? error : new Error(String(error));
  const [what] = message.split("\n");
  const traced = Boolean(process.env[TRACE_VARIABLE]);
  const trace = traced ? `, with this stack trace:\n${stack}` : `; ${TRACE_VARIABLE}=1 adds the stack trace`;
  return new PreflightError("internal", `preflight itself failed: ${what}; please report this${trace}`);
}
