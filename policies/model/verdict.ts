/** What a rule says of one fact. */
export enum Verdict {
  Pass = "pass",
  Fail = "fail",
  Unknown = "unknown",
}

/** One fact of a resource, judged. */
export interface Fact {
  /** The field that the fact is about: what tells the facts of one resource apart. */
  subject: string;
  verdict: Verdict;
  /** The fact, the value and the change, in one sentence. Empty for a pass. */
  message: string;
}

/** One fact, or several, however nested. */
export type Facts = Fact | Facts[];

export function pass(subject: string): Fact {
  return { subject, verdict: Verdict.Pass, message: "" };
}

export function fail(subject: string, message: string): Fact {
  return { subject, verdict: Verdict.Fail, message };
}

export function unknown(subject: string, message: string): Fact {
  return { subject, verdict: Verdict.Unknown, message };
}

export function flatten(facts: Facts): Fact[] {
  return Array.isArray(facts) ? facts.flatMap(flatten) : [facts];
}
