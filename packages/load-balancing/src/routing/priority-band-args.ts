/**
 * The priorities that one team's rules on a shared listener may take. Bands that do not overlap let teams deploy without
 * knowing of each other.
 */
export interface PriorityBandArgs {
  /** The lowest priority, from 1 to 50000. */
  from: number;

  /**
   * The highest priority, from 1 to 50000. Rules that are tried in the order of their list need room to be moved: 200
   * numbers hold 10 of them, 1000 hold 22, 5000 hold 50.
   */
  to: number;
}
