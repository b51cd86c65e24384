import { type Checks } from "@groundwork/core";
import { type ConditionArgs } from "./condition-args";

/** The most values that the conditions of one rule may hold. */
export const MAX_CONDITION_VALUES = 5;

/** The most wildcards that the conditions of one rule may hold. */
export const MAX_WILDCARDS = 5;

/** The longest value of a condition, in characters. */
export const MAX_VALUE_LENGTH = 128;

/** Values, by the field that holds them; those with wildcards apart, because AWS counts them. */
interface Collected {
  field: string;
  values: string[];
  wildcards: boolean;
}

/** Records the mistakes in the conditions of one rule. */
export function checkConditions(checks: Checks, field: string, args: ConditionArgs): void {
  const collected = collect(args);
  const values = collected.flatMap((entry) => entry.values);
  checks.that(
    values.length >= 1 && values.length <= MAX_CONDITION_VALUES,
    field,
    values.length,
    `1 to ${MAX_CONDITION_VALUES} values in all`,
    values.length === 0 ? "say which requests the rule is for, or use defaultAction" : "split the rule in two",
  );
  const wildcards = collected
    .filter((entry) => entry.wildcards)
    .flatMap((entry) => entry.values)
    .reduce((sum, value) => sum + (value.match(/[*?]/g)?.length ?? 0), 0);
  checks.that(
    wildcards <= MAX_WILDCARDS,
    field,
    wildcards,
    `at most ${MAX_WILDCARDS} wildcards (* and ?)`,
    "split the rule in two or use one regular expression",
  );
  for (const entry of collected) {
    checks.that(
      entry.values.length > 0,
      `${field}.${entry.field}`,
      entry.values,
      "not empty",
      "add a value or remove it",
    );
    for (const value of entry.values) {
      checks.that(
        value.length >= 1 && value.length <= MAX_VALUE_LENGTH,
        `${field}.${entry.field}`,
        value,
        `values of 1 to ${MAX_VALUE_LENGTH} characters`,
        "shorten it",
      );
    }
  }
  checkEither(checks, `${field}.hostRegexes`, args.hosts, args.hostRegexes, "hosts");
  checkEither(checks, `${field}.pathRegexes`, args.paths, args.pathRegexes, "paths");
  checkFormats(checks, field, args);
}

function collect(args: ConditionArgs): Collected[] {
  const collected: Collected[] = [];
  const add = (field: string, values: string[] | undefined, wildcards: boolean) => {
    if (values !== undefined) {
      collected.push({ field, values, wildcards });
    }
  };
  add("hosts", args.hosts, true);
  add("hostRegexes", args.hostRegexes, false);
  add("paths", args.paths, true);
  add("pathRegexes", args.pathRegexes, false);
  add("methods", args.methods, false);
  add("sourceCidrs", args.sourceCidrs, false);
  (args.headers ?? []).forEach((header, index) => {
    add(`headers[${index}].values`, header.values, true);
    add(`headers[${index}].regexes`, header.regexes, false);
  });
  (args.queries ?? []).forEach((query, index) => {
    add(
      `queries[${index}].anyOf`,
      query.anyOf.map((pair) => pair.value),
      true,
    );
  });
  return collected;
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
  for (const method of args.methods ?? []) {
    checks.that(
      /^[A-Z_-]{1,40}$/.test(method),
      `${field}.methods`,
      method,
      "capitals, hyphens and underscores, at most 40",
      "write it in capitals",
    );
  }
  for (const cidr of args.sourceCidrs ?? []) {
    checks.that(
      /^[0-9a-fA-F.:]+\/\d{1,3}$/.test(cidr),
      `${field}.sourceCidrs`,
      cidr,
      "an address range such as 10.0.0.0/8",
      "add the prefix length: /32 for one address",
    );
  }
  (args.headers ?? []).forEach((header, index) => {
    const at = `${field}.headers[${index}]`;
    checks.that(
      /^[0-9A-Za-z_!#$%&'*+.^`|~-]{1,40}$/.test(header.name) && header.name.toLowerCase() !== "host",
      `${at}.name`,
      header.name,
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
