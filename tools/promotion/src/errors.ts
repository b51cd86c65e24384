/** What keeps an answer from being given: wrong arguments, a wrong file, or AWS that cannot be asked. */
export class PromotionError extends Error {}

/** An AMI that is not fit to be approved, with every reason. */
export class Refusal extends Error {
  constructor(
    readonly subject: string,
    readonly reasons: string[],
  ) {
    super(`${subject} is not fit: ${reasons.join("; ")}`);
  }
}
