import { ReportError, whyNotWritten } from "../reports";
import { clean } from "../reports/text";

/** Lets no closed or full output end the process by itself: whoever writes is told, and whoever listens no more has seen enough. */
export function guardOutput(): void {
  process.stdout.on("error", () => undefined);
  process.stderr.on("error", () => undefined);
}

/**
 * Writes to standard output, to the end even where it is a pipe that is read slowly. A pipe that is closed is none that
 * complains: the exit status still says what was found.
 *
 * @throws {@link ReportError} where it cannot be written, as on a full disk.
 */
export function print(text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    process.stdout.write(text, (error) => {
      if (error && (error as NodeJS.ErrnoException).code !== "EPIPE") {
        reject(new ReportError(`The output cannot be written: ${whyNotWritten(error)}.`, { cause: error }));
      } else {
        resolve();
      }
    });
  });
}

/** Writes to standard output what names files, stacks and functions, without anything that a terminal would act on. */
export function tell(text: string): Promise<void> {
  return print(clean(text));
}

/** Writes errors to standard error, a line or more for each, without anything that a terminal would act on. */
export function complain(...errors: string[]): void {
  process.stderr.write(errors.map((error) => `error: ${clean(error)}\n`).join(""));
}
