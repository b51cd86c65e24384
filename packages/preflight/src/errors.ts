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
