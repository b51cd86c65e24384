import * as pulumi from "@pulumi/pulumi";
import { ConfigError } from "./config-error";
import { isPlain } from "./inputs";

/** The longest rendering of a received value in a message, in characters. */
const SHOWN_LENGTH = 120;

/** @see https://docs.aws.amazon.com/accounts/latest/reference/manage-acct-identifiers.html */
const ACCOUNT_ID = /^\d{12}$/;

/** A Region's name, such as `eu-west-1`, in any partition. */
export const REGION = /^[a-z]{2,4}(-[a-z]+)+-\d$/;

/** A list as an argument takes it: plain, of values or outputs, or another component's whole output. */
type List = pulumi.Input<pulumi.Input<unknown>[]>;

/**
 * The checks of one component's arguments: collects every mistake, then throws them as one error.
 *
 * @example
 * const checks = new Checks("InstanceFleet", name);
 * checks.range("minSize", args.minSize, 0, 1000);
 * checks.done(); // before the first resource
 */
export class Checks {
  private readonly problems: string[] = [];

  /**
   * @param component The component's class name.
   * @param instance The instance's logical name.
   */
  constructor(
    private readonly component: string,
    private readonly instance: string,
  ) {}

  /**
   * Records a mistake unless `ok`.
   *
   * @param allowed The values that are allowed, as the end of "… is X, but must be …".
   * @param fix What to do, as an imperative clause.
   */
  that(ok: boolean, field: string, received: unknown, allowed: string, fix: string): boolean {
    if (!ok) {
      this.problems.push(`${field} is ${show(received)}, but must be ${allowed}; ${fix}.`);
    }
    return ok;
  }

  /**
   * Records a mistake if a field is given that does not go with others.
   *
   * @param when Completes "… must be left out".
   * @param fix What to do, as an imperative clause.
   */
  leftOut(field: string, received: unknown, when: string, fix: string): boolean {
    return this.that(received === undefined, field, received, `left out ${when}`, fix);
  }

  /** Records a mistake, in the caller's own sentence. */
  problem(sentence: string): void {
    this.problems.push(sentence);
  }

  /**
   * Checks a plain whole number against an inclusive range. `undefined` passes, and so does a value that is known only
   * at deployment: AWS checks that.
   */
  range(field: string, value: pulumi.Input<number> | undefined, min: number, max: number, unit = ""): boolean {
    if (value === undefined || !isPlain(value)) {
      return true;
    }
    const allowed = `a whole number from ${min} to ${max}${unit === "" ? "" : ` ${unit}`}`;
    return this.that(
      Number.isInteger(value) && value >= min && value <= max,
      field,
      value,
      allowed,
      "pass a number in that range",
    );
  }

  /** Checks a plain value against the values allowed. `undefined` passes, and so does a value known only at deployment. */
  oneOf<T>(field: string, value: pulumi.Input<T> | undefined, allowed: readonly T[]): boolean {
    if (value === undefined || !isPlain(value)) {
      return true;
    }
    return this.that(
      allowed.includes(value),
      field,
      value,
      `one of ${allowed.map((item) => show(item)).join(", ")}`,
      "pass one of these",
    );
  }

  /**
   * Checks a plain text against a pattern. `undefined` passes, and so does a value known only at deployment.
   *
   * @param allowed What the pattern allows, as the end of "… is X, but must be …".
   * @param fix What to do, as an imperative clause.
   */
  matches(
    field: string,
    value: pulumi.Input<string> | undefined,
    pattern: RegExp,
    allowed: string,
    fix: string,
  ): boolean {
    return value === undefined || !isPlain(value) || this.that(pattern.test(value), field, value, allowed, fix);
  }

  /** Checks the id of an AWS account. A value that is known only at deployment passes: AWS checks that. */
  accountId(field: string, value: pulumi.Input<string>): boolean {
    return this.matches(
      field,
      value,
      ACCOUNT_ID,
      "an AWS account id of twelve digits",
      "copy it from the console, and quote it in YAML",
    );
  }

  /** Checks a Region's name. `undefined` passes, and so does a value known only at deployment. */
  region(field: string, value: pulumi.Input<string> | undefined): boolean {
    return this.matches(field, value, REGION, "a Region", "write it like eu-central-1");
  }

  /**
   * Checks how many items a plain list has. `undefined` passes, and so does a list that is known only at deployment.
   *
   * @param allowed The numbers allowed, in words, as the end of "… is X, but must be …".
   * @param fix What to do, as an imperative clause.
   */
  count(field: string, list: List | undefined, min: number, max: number, allowed: string, fix: string): boolean {
    return (
      list === undefined ||
      !isPlain(list) ||
      this.that(list.length >= min && list.length <= max, field, list, allowed, fix)
    );
  }

  /**
   * Checks that no item of a plain list stands there twice. `undefined` passes, and so does a list that is known only at
   * deployment.
   *
   * @param allowed What the items must be, as the end of "… is X, but must be …".
   * @param fix What to do, as an imperative clause.
   */
  different(field: string, list: List | undefined, allowed: string, fix: string): boolean {
    return (
      list === undefined || !isPlain(list) || this.that(new Set(list).size === list.length, field, list, allowed, fix)
    );
  }

  /**
   * Ends the checks.
   *
   * @throws {@link ConfigError} with every mistake recorded, if there is one.
   */
  done(): void {
    if (this.problems.length > 0) {
      throw new ConfigError(`${this.component} "${this.instance}"`, this.problems);
    }
  }
}

/** Renders a received value for a message. Outputs are never rendered: they may be secret. */
function show(value: unknown): string {
  if (value === undefined) {
    return "missing";
  }
  const text = JSON.stringify(withoutOutputs(value)) ?? typeof value;
  return text.length > SHOWN_LENGTH ? `${text.slice(0, SHOWN_LENGTH)}…` : text;
}

/** A copy of a value in which a note stands for each output, whose `toJSON` cannot be relied on. */
function withoutOutputs(value: unknown): unknown {
  if (pulumi.Output.isInstance(value) || value instanceof Promise) {
    return "[known at deployment]";
  }
  if (Array.isArray(value)) {
    return value.map(withoutOutputs);
  }
  if (typeof value === "object" && value !== null) {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutOutputs(inner)]));
  }
  return value;
}
