import type * as pulumi from "@pulumi/pulumi";
import { type ActionArgs } from "./action-args";
import { type ConditionArgs } from "./condition-args";

/** A change to what the target sees: what the expression matches becomes the replacement, with `$1` for its groups. */
export interface RewriteArgs {
  /** The regular expression, of 1 to 1024 characters. */
  regex: pulumi.Input<string>;

  /** What it matches becomes this: at most 1024 characters. */
  replace: pulumi.Input<string>;
}

/** What becomes of certain requests. Rules are tried in their order; the first that matches decides. */
export interface ListenerRuleArgs {
  /** A name, unique on its listener. Renaming a rule replaces it. */
  name: string;

  /** Which requests it is for. */
  conditions: ConditionArgs;

  /** What becomes of them. */
  action: ActionArgs;

  /**
   * Changes the Host header on the way to the target.
   *
   * @default - it stays as it is
   */
  hostRewrite?: RewriteArgs;

  /**
   * Changes path and query string on the way to the target.
   *
   * @default - they stay as they are
   */
  urlRewrite?: RewriteArgs;

  /**
   * Its priority, from 1 to 50000: the lowest is tried first. Either all rules of a listener have one or none.
   *
   * @default - derived from the rule's position in the list
   */
  priority?: pulumi.Input<number>;
}
