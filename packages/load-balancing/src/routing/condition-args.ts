/** A header that a request must carry with one of the values or matching one of the expressions. */
export interface HeaderConditionArgs {
  /** At most 40 characters. For the Host header use `hosts`. */
  name: string;
  /** The values, with `*` and `?`; case does not matter. */
  values?: string[];
  /** Regular expressions instead of values. */
  regexes?: string[];
}

/** A pair in the query string. */
export interface QueryStringArgs {
  /** @default - any key */
  key?: string;
  /** The value, with `*` and `?`; case does not matter. */
  value: string;
}

/** Pairs of which a query string must hold one. */
export interface QueryConditionArgs {
  anyOf: QueryStringArgs[];
}

/**
 * Which requests a rule is for: all the fields that are set must match, each by any one of its values.
 *
 * At most 5 values and 5 wildcards in all; a value has at most 128 characters. `*` stands for any characters, `?` for
 * one.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/rule-condition-types.html
 */
export interface ConditionArgs {
  /** Host names, with `*` and `?`; case does not matter. */
  hosts?: string[];
  /** Regular expressions for the host name, instead of `hosts`. */
  hostRegexes?: string[];
  /** Paths, with `*` and `?`; case matters. */
  paths?: string[];
  /** Regular expressions for the path, instead of `paths`. */
  pathRegexes?: string[];
  /** Methods, in capitals. */
  methods?: string[];
  /** The client's address ranges, as the load balancer sees them. For X-Forwarded-For use `headers`. */
  sourceCidrs?: string[];
  /** Headers; each entry must match. */
  headers?: HeaderConditionArgs[];
  /** Query strings; each entry must match. */
  queries?: QueryConditionArgs[];
}
