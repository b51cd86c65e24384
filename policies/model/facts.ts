import { at, flag, list, MALFORMED, number, UNKNOWN, type Unknown } from "./reading";
import { fail, flatten, pass, unknown, Verdict, type Fact, type Facts } from "./verdict";

/** What a fact is about: a resource, or an item of one of its lists. */
export interface Subject {
  declared: unknown;
  /** Where an item stands, in a message: `listeners[0]`. */
  field?: string;
}

/** A value that AWS knows for a field. */
export type Literal = boolean | number | string;

/** How a field is judged. */
export interface Expectation {
  /** What AWS takes where the field is not set. Left out: not set is wrong. */
  absent?: Literal;
  /** The change to ask for, if not to set the field to what is expected. */
  change?: string;
  /** Wrong values that a message may repeat, because they are AWS's own; any other text may be a secret. */
  known?: readonly string[];
}

/** The field under a path, as the program spells it. */
export function fieldOf(on: Subject, path: string): string {
  return [on.field, path].filter((part) => part !== undefined && part !== "").join(".");
}

/** Reads the value under a path such as `metadataOptions.httpTokens`. */
export function get(on: Subject, path: string): unknown {
  return path === "" ? on.declared : at(on.declared, ...path.split("."));
}

/** A field must have a value, or one of several. Booleans may be spelt as texts, as a launch template does. */
export function mustBe(on: Subject, path: string, expected: Literal | readonly Literal[], how: Expectation = {}): Fact {
  const wanted = asList(expected);
  const change = how.change ?? `set it to ${wanted.map((value) => JSON.stringify(value)).join(" or ")}.`;
  return mustHold(on, path, (value) => wanted.includes(value), { known: [], ...how, change }, wanted);
}

/** A field must hold a value of which a condition is true. */
export function mustHold(
  on: Subject,
  path: string,
  holds: (value: Literal) => boolean,
  how: Expectation & { change: string },
  /** What shows a field's kind, where `absent` does not. */
  like: readonly Literal[] = asList(how.absent),
): Fact {
  const field = fieldOf(on, path);
  const value = literal(get(on, path), like[0]);
  if (value === UNKNOWN) {
    return unknown(field, `${field} is known only at deployment; to have it judged before, ${how.change}`);
  }
  if (value === MALFORMED) {
    return fail(field, `${field} is ${nothingLike(like[0])}; ${how.change}`);
  }
  if (value === undefined) {
    const taken = how.absent === undefined ? "" : `, and AWS takes ${how.absent} then`;
    return how.absent !== undefined && holds(how.absent)
      ? pass(field)
      : fail(field, `${field} is not set${taken}; ${how.change}`);
  }
  const shown = typeof value !== "string" || how.known?.includes(value) ? String(value) : "another value";
  return holds(value) ? pass(field) : fail(field, `${field} is ${shown}; ${how.change}`);
}

/** A field must be set, to whatever. */
export function mustBeSet(on: Subject, path: string, change: string): Fact {
  const field = fieldOf(on, path);
  const value = get(on, path);
  if (value === UNKNOWN) {
    return unknown(field, `${field} is known only at deployment; to have it judged before, ${change}`);
  }
  return isSet(on, path) === false ? fail(field, `${field} is not set; ${change}`) : pass(field);
}

/** A field must not be set. */
export function mustBeUnset(on: Subject, path: string, change: string): Fact {
  const set = mustBeSet(on, path, change);
  const field = set.subject;
  switch (set.verdict) {
    case Verdict.Pass:
      return fail(field, `${field} is set; ${change}`);
    case Verdict.Fail:
      return pass(field);
    case Verdict.Unknown:
      return set;
  }
}

/** Judges each item of a list. One object where a list is due is its one item. */
export function each(on: Subject, path: string, judge: (item: Subject, index: number) => Facts): Fact[] {
  const field = fieldOf(on, path);
  const items = list(get(on, path));
  const unknowable = (where: string) => unknown(where, `${where} is known only at deployment.`);
  if (items === UNKNOWN) {
    return [unknowable(field)];
  }
  return items.flatMap((declared, index) => {
    const item = { declared, field: `${field}[${index}]` };
    return declared === UNKNOWN ? [unknowable(item.field)] : flatten(judge(item, index));
  });
}

/** Whether a field has a value, or one of several. `absent`: what AWS takes where it is not set. */
export function is(
  on: Subject,
  path: string,
  values: Literal | readonly Literal[],
  absent?: Literal,
): boolean | Unknown {
  const wanted = asList(values);
  const value = literal(get(on, path), wanted[0]) ?? absent;
  return value === UNKNOWN ? UNKNOWN : value !== undefined && value !== MALFORMED && wanted.includes(value);
}

/** Whether a field is set, to whatever. */
export function isSet(on: Subject, path: string): boolean | Unknown {
  const value = get(on, path);
  return value === UNKNOWN
    ? UNKNOWN
    : value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);
}

/** Whether all conditions hold. */
export function allOf(...conditions: (boolean | Unknown)[]): boolean | Unknown {
  return conditions.includes(false) ? false : conditions.includes(UNKNOWN) ? UNKNOWN : true;
}

/** Whether any of the conditions holds. */
export function anyOf(...conditions: (boolean | Unknown)[]): boolean | Unknown {
  return not(allOf(...conditions.map(not)));
}

/** Whether a condition does not hold. */
export function not(condition: boolean | Unknown): boolean | Unknown {
  return condition === UNKNOWN ? UNKNOWN : !condition;
}

/** Whether there is anything in a list that may be unknown. */
export function anyIn(found: unknown[] | Unknown): boolean | Unknown {
  return found === UNKNOWN ? UNKNOWN : found.length > 0;
}

/** Facts that matter only under a condition. Where that is unknown, what would fail is unknown. */
export function where(condition: boolean | Unknown, judge: () => Facts): Fact[] {
  const facts = condition === false ? [] : flatten(judge());
  return condition === UNKNOWN
    ? facts.map((fact) => (fact.verdict === Verdict.Fail ? unknown(fact.subject, fact.message) : fact))
    : facts;
}

/** The first fact, unless another passes in its stead: one that does is enough, one that is unknown leaves it open. */
export function unless(fact: Fact, ...others: Fact[]): Fact {
  const verdicts = [fact, ...others].map(({ verdict }) => verdict);
  if (verdicts.includes(Verdict.Pass)) {
    return pass(fact.subject);
  }
  return verdicts.includes(Verdict.Unknown) ? unknown(fact.subject, fact.message) : fact;
}

/** That at least one of some resources is as it must be, such as those that depend on a resource. */
export function mustHave<T>(
  subject: string,
  found: T[] | Unknown,
  suits: (candidate: T) => boolean | Unknown,
  message: string,
): Fact {
  const answers: (boolean | Unknown)[] = found === UNKNOWN ? [UNKNOWN] : found.map(suits);
  if (answers.includes(true)) {
    return pass(subject);
  }
  return answers.includes(UNKNOWN) ? unknown(subject, message) : fail(subject, message);
}

/** Whether facts hold, all of them. */
export function holds(facts: Facts): boolean | Unknown {
  const verdicts = flatten(facts).map(({ verdict }) => verdict);
  return verdicts.includes(Verdict.Fail) ? false : verdicts.includes(Verdict.Unknown) ? UNKNOWN : true;
}

function asList(values: Literal | readonly Literal[] | undefined): readonly Literal[] {
  return values === undefined ? [] : typeof values === "object" ? values : [values];
}

/** Reads a field of the same kind as an example. */
function literal(value: unknown, like: Literal | undefined): Literal | undefined | Unknown | typeof MALFORMED {
  if (value === UNKNOWN || value === MALFORMED || value === undefined || value === "") {
    return value === "" ? undefined : value;
  }
  switch (typeof like) {
    case "boolean":
      return flag(value);
    case "number":
      return number(value);
    default:
      return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? value : MALFORMED;
  }
}

function nothingLike(like: Literal | undefined): string {
  switch (typeof like) {
    case "boolean":
      return "neither true nor false";
    case "number":
      return "not a number";
    default:
      return "not a text";
  }
}
