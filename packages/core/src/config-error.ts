import * as pulumi from "@pulumi/pulumi";

/**
 * A mistake that the caller can fix: wrong arguments or wrong configuration.
 *
 * It extends Pulumi's `RunError`, so that `pulumi up` prints the message alone, without a stack trace of ours.
 */
export class ConfigError extends pulumi.RunError {
  /** One sentence for each mistake, in the order in which they were found. */
  readonly problems: string[];

  /**
   * @param subject What is misconfigured: a component and its instance, a file, a stack.
   * @param problems One sentence for each mistake: field, value received, values allowed, what to do.
   */
  constructor(subject: string, problems: string[]) {
    super(
      problems.length === 1
        ? `${subject}: ${problems[0]}`
        : `${subject}: ${problems.length} mistakes\n${problems.map((problem) => `  - ${problem}`).join("\n")}`,
    );
    this.problems = problems;
    // Where in this code a mistake was found helps nobody; and Node.js 20.20 takes half a minute to colour the frames that
    // Pulumi's source maps lead to (`node_modules/@pulumi/resource.ts`), as Pulumi does with every error.
    this.stack = `ConfigError: ${this.message}`;
  }
}
