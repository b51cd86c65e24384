/** Adds up over equal periods what stands there for a time, and what is used at once. In any order. */
export class Meter {
  /** What has been added in each period, by the part of it for which it stands. */
  private readonly parts: Float64Array;
  /** What has been added before the end of each period, and stands since. */
  private readonly since: Float64Array;

  /**
   * @param minutes How long a period is.
   * @param periods How many there are.
   */
  constructor(
    private readonly minutes: number,
    periods: number,
  ) {
    this.parts = new Float64Array(periods);
    this.since = new Float64Array(periods + 1);
  }

  /** Something is there, or with a negative amount no longer, from a time on. */
  stands(from: number, amount: number): void {
    const period = Math.floor(from / this.minutes);
    if (period < this.parts.length) {
      this.parts[period]! += amount * (period + 1 - from / this.minutes);
      this.since[period + 1]! += amount;
    }
  }

  /** Something is used at a time. */
  uses(at: number, amount: number): void {
    const period = Math.floor(at / this.minutes);
    if (period < this.parts.length) {
      this.parts[period]! += amount;
    }
  }

  /** For each period the mean of what stands there, and the sum of what is used. */
  totals(): number[] {
    let standing = 0;
    return Array.from(this.parts, (part, period) => {
      standing += this.since[period]!;
      return part + standing;
    });
  }
}
