import { PromotionError } from "../errors";

/** What AWS says, in one line and without what a terminal would obey. */
export function oneLine(text: string): string {
  // eslint-disable-next-line no-control-regex -- just those
  return text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").trim();
}

/**
 * Asks AWS.
 *
 * @param what The service and the operation, for messages.
 * @throws {@link PromotionError} with what AWS, or whoever keeps the credentials, has against it.
 */
export async function ask<T>(what: string, call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    const { name, message } = error as Error;
    throw new PromotionError(`${what}: ${oneLine(`${name}: ${message}`)}`, { cause: error });
  }
}

/** The name of what AWS answered an error with. */
export function errorName(error: unknown): string {
  const cause = error instanceof PromotionError ? error.cause : error;
  return cause instanceof Error ? cause.name : "";
}
