import type * as pulumi from "@pulumi/pulumi";

/** A header that a request must carry with one of the values or matching one of the expressions. */
export interface HeaderConditionArgs {
  /** The header's name, of at most 40 characters. For the Host header use `hosts`. */
  name: pulumi.Input<string>;

  /**
   * The values, with `*` and `?`; case does not matter.
   *
   * @default - `regexes` says what matches
   */
  values?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Regular expressions, instead of `values`.
   *
   * @default - `values` says what matches
   */
  regexes?: pulumi.Input<pulumi.Input<string>[]>;
}

/** A pair in the query string. */
export interface QueryStringArgs {
  /**
   * The key; case does not matter.
   *
   * @default - any key
   */
  key?: pulumi.Input<string>;

  /** The value, with `*` and `?`; case does not matter. */
  value: pulumi.Input<string>;
}

/** Pairs of which a query string must hold one. */
export interface QueryConditionArgs {
  /** The pairs. */
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
  /**
   * Host names, with `*` and `?`; case does not matter.
   *
   * @default - any host
   */
  hosts?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Regular expressions for the host name, instead of `hosts`.
   *
   * @default - any host
   */
  hostRegexes?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Paths, with `*` and `?`; case matters.
   *
   * @default - any path
   */
  paths?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Regular expressions for the path, instead of `paths`.
   *
   * @default - any path
   */
  pathRegexes?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Methods, in capitals.
   *
   * @default - any method
   */
  methods?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * The client's address ranges, as the load balancer sees them. For X-Forwarded-For use `headers`.
   *
   * @default - any address
   */
  sourceCidrs?: pulumi.Input<pulumi.Input<string>[]>;

  /**
   * Headers; each entry must match.
   *
   * @default - any headers
   */
  headers?: HeaderConditionArgs[];

  /**
   * Query strings; each entry must match.
   *
   * @default - any query string
   */
  queries?: QueryConditionArgs[];
}
