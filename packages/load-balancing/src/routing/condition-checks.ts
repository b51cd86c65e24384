import { type Checks, isPlain } from "@groundwork/core";
import type * as pulumi from "@pulumi/pulumi";
import { type ConditionArgs } from "./condition-args";

/** The most values that the conditions of one rule may hold. */
export const MAX_CONDITION_VALUES = 5;

/** The most wildcards that the conditions of one rule may hold. */
export const MAX_WILDCARDS = 5;

/** The longest value of a condition, in characters. */
export const MAX_VALUE_LENGTH = 128;

const VALUE = new RegExp(`^[^]{1,${MAX_VALUE_LENGTH}}$`);

/** Values, by the field that holds them; those with wildcards apart, because AWS counts them. */
interface Collected {
  field: string;
  values: List;
  wildcards: boolean;
}

/** Values, or another component's whole output. */
type List = pulumi.Input<pulumi.Input<string>[]>;

/** Records the mistakes in the conditions of one rule, so far as their values are known. */
export function checkConditions(checks: Checks, field: string, args: ConditionArgs): void {
  const collected = collect(args);
  // A list that is known only at deployment has at least one value.
  const fewest = collected.reduce((sum, entry) => sum + (isPlain(entry.values) ? entry.values.length : 1), 0);
  checks.that(
    fewest >= 1 && fewest <= MAX_CONDITION_VALUES,
    field,
    fewest,
    `1 to ${MAX_CONDITION_VALUES} values in all`,
    fewest === 0 ? "say which requests the rule is for, or use defaultAction" : "split the rule in two",
  );
  const wildcards = collected
    .filter((entry) => entry.wildcards)
    .flatMap((entry) => known(entry.values))
    .reduce((sum, value) => sum + (value.match(/[*?]/g)?.length ?? 0), 0);
  checks.that(
    wildcards <= MAX_WILDCARDS,
    field,
    wildcards,
    `at most ${MAX_WILDCARDS} wildcards (* and ?)`,
    "split the rule in two or use one regular expression",
  );
  for (const entry of collected) {
    const at = `${field}.${entry.field}`;
    checks.count(at, entry.values, 1, Infinity, "not empty", "add a value or remove it");
    eachOf(checks, at, entry.values, VALUE, `values of 1 to ${MAX_VALUE_LENGTH} characters`, "shorten it");
  }
  checkEither(checks, `${field}.hostRegexes`, args.hosts, args.hostRegexes, "hosts");
  checkEither(checks, `${field}.pathRegexes`, args.paths, args.pathRegexes, "paths");
  checkFormats(checks, field, args);
}

function collect(args: ConditionArgs): Collected[] {
  return [
    { field: "hosts", values: args.hosts, wildcards: true },
    { field: "hostRegexes", values: args.hostRegexes, wildcards: false },
    { field: "paths", values: args.paths, wildcards: true },
    { field: "pathRegexes", values: args.pathRegexes, wildcards: false },
    { field: "methods", values: args.methods, wildcards: false },
    { field: "sourceCidrs", values: args.sourceCidrs, wildcards: false },
    ...(args.headers ?? []).flatMap(({ values, regexes }, index) => [
      { field: `headers[${index}].values`, values, wildcards: true },
      { field: `headers[${index}].regexes`, values: regexes, wildcards: false },
    ]),
    ...(args.queries ?? []).map(({ anyOf }, index) => ({
      field: `queries[${index}].anyOf`,
      values: anyOf.map(({ value }) => value),
      wildcards: true,
    })),
  ].filter((entry): entry is Collected => entry.values !== undefined);
}

/** The values that are known now. */
function known(values: List | undefined): string[] {
  return values !== undefined && isPlain(values) ? values.filter((value) => typeof value === "string") : [];
}

/** Checks each of the values that are known now. */
function eachOf(
  checks: Checks,
  field: string,
  values: List | undefined,
  pattern: RegExp,
  allowed: string,
  fix: string,
): void {
  for (const value of known(values)) {
    checks.matches(field, value, pattern, allowed, fix);
  }
}

function checkEither(checks: Checks, field: string, values: unknown, regexes: unknown, other: string): void {
  checks.that(
    values === undefined || regexes === undefined,
    field,
    regexes,
    `left out beside ${other}`,
    `write ${other} as regular expressions, too, or make two rules`,
  );
}

function checkFormats(checks: Checks, field: string, args: ConditionArgs): void {
  const { methods, sourceCidrs } = args;
  const capitals = "capitals, hyphens and underscores, at most 40";
  eachOf(checks, `${field}.methods`, methods, /^[A-Z_-]{1,40}$/, capitals, "write it in capitals");
  const range = "an address range such as 10.0.0.0/8";
  const length = "add the prefix length: /32 for one address";
  eachOf(checks, `${field}.sourceCidrs`, sourceCidrs, /^[0-9a-fA-F.:]+\/\d{1,3}$/, range, length);
  (args.headers ?? []).forEach((header, index) => {
    const at = `${field}.headers[${index}]`;
    checks.matches(
      `${at}.name`,
      header.name,
      /^(?!host$)[0-9a-z_!#$%&'*+.^`|~-]{1,40}$/i,
      "a header name of at most 40 characters other than Host",
      "use hosts for the Host header",
    );
    checks.that(
      (header.values === undefined) !== (header.regexes === undefined),
      at,
      header,
      "either values or regexes",
      "keep one of them",
    );
  });
}
