import { type Checks, nameTag, type Tags } from "@groundwork/core";
import type * as aws from "@pulumi/aws";
import * as lb from "@pulumi/aws/lb";
import type * as pulumi from "@pulumi/pulumi";
import { type ActionArgs } from "./action";
import { checkAction, type ActionContext } from "./action-checks";
import { actionInputs, type Routes } from "./action-inputs";
import { checkConditions, conditionInputs, type ConditionArgs } from "./condition";
import { checkName } from "../shared/names";
import { MAX_ORDERED_RULES, MAX_PRIORITY, MIN_PRIORITY, orderedPriorities } from "./priorities";

/** A change to what the target sees: what the expression matches becomes the replacement, with `$1` for its groups. */
export interface RewriteArgs {
  /** 1 to 1024 characters. */
  regex: string;
  /** At most 1024 characters. */
  replace: string;
}

/** What becomes of certain requests. Rules are tried in their order; the first that matches decides. */
export interface ListenerRuleArgs {
  /** A name, unique on its listener. Renaming a rule replaces it. */
  name: string;
  /** Which requests it is for. */
  conditions: ConditionArgs;
  /** What becomes of them. */
  action: ActionArgs;
  /** Changes the Host header on the way to the target. */
  hostRewrite?: RewriteArgs;
  /** Changes path and query string on the way to the target. */
  urlRewrite?: RewriteArgs;
  /**
   * Its priority, from 1 to 50000: the lowest is tried first. Either all rules of a listener have one or none.
   *
   * @default - derived from the rule's position in the list
   */
  priority?: number;
}

/** Records the mistakes in the rules of one listener. */
export function checkRules(checks: Checks, field: string, rules: ListenerRuleArgs[], context: ActionContext): void {
  rules.forEach((rule, index) => {
    const at = `${field}[${index}]`;
    checkName(checks, `${at}.name`, rule.name);
    checkConditions(checks, `${at}.conditions`, rule.conditions);
    checkAction(checks, `${at}.action`, rule.action, context);
    checks.range(`${at}.priority`, rule.priority, MIN_PRIORITY, MAX_PRIORITY);
    for (const key of ["hostRewrite", "urlRewrite"] as const) {
      const rewrite = rule[key];
      checks.that(
        rewrite === undefined ||
          (rewrite.regex.length >= 1 && rewrite.regex.length <= 1024 && rewrite.replace.length <= 1024),
        `${at}.${key}`,
        rewrite,
        "an expression of 1 to 1024 characters and a replacement of at most 1024",
        "shorten it",
      );
    }
  });
  checkUnique(
    checks,
    `${field}.name`,
    rules.map((rule) => rule.name),
    "rename one",
  );
  checkUnique(
    checks,
    `${field}.priority`,
    rules.flatMap((rule) => rule.priority ?? []),
    "give each rule its own",
  );
  const explicit = rules.filter((rule) => rule.priority !== undefined).length;
  checks.that(
    explicit === 0 || explicit === rules.length,
    `${field}.priority`,
    `set on ${explicit} of ${rules.length} rules`,
    "set on all rules of a listener or on none",
    "leave it out everywhere, and the list's order decides",
  );
  checks.that(
    rules.length <= MAX_ORDERED_RULES,
    field,
    rules.length,
    `at most ${MAX_ORDERED_RULES} rules`,
    "use another listener",
  );
}

function checkUnique(checks: Checks, field: string, values: (string | number)[], fix: string): void {
  const duplicates = [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
  checks.that(duplicates.length === 0, field, duplicates, "different on each rule of a listener", fix);
}

/** The rules of one listener. */
export function createRules(
  parent: pulumi.Resource,
  name: string,
  listener: lb.Listener,
  rules: ListenerRuleArgs[],
  routes: Routes,
  tags: Tags | undefined,
): lb.ListenerRule[] {
  const ordered = orderedPriorities(rules.map((rule) => rule.name));
  return rules.map(
    (rule, index) =>
      new lb.ListenerRule(
        `${name}-${rule.name}`,
        {
          listenerArn: listener.arn,
          priority: rule.priority ?? ordered[index],
          conditions: conditionInputs(rule.conditions),
          actions: actionInputs(rule.action, routes),
          transforms: transforms(rule),
          tags: nameTag(rule.name, tags),
        },
        { parent },
      ),
  );
}

function transforms(rule: ListenerRuleArgs): aws.types.input.lb.ListenerRuleTransform[] | undefined {
  const { hostRewrite, urlRewrite } = rule;
  if (hostRewrite === undefined && urlRewrite === undefined) {
    return undefined;
  }
  return [
    ...(hostRewrite === undefined
      ? []
      : [{ type: "host-header-rewrite", hostHeaderRewriteConfig: { rewrite: hostRewrite } }]),
    ...(urlRewrite === undefined ? [] : [{ type: "url-rewrite", urlRewriteConfig: { rewrite: urlRewrite } }]),
  ];
}
