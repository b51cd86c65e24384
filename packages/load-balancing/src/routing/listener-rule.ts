import { type Checks, type Context, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as inputs from "@pulumi/aws/types/input";
import { checkName } from "../shared/names";
import { checkAction, type ActionContext } from "./action-checks";
import { actionInputs, type Routes } from "./action-inputs";
import { conditionInputs } from "./condition";
import { checkConditions } from "./condition-checks";
import { type ListenerRuleArgs } from "./listener-rule-args";
import { MAX_ORDERED_RULES, MAX_PRIORITY, MIN_PRIORITY, orderedPriorities } from "./priorities";

/** Records the mistakes in the rules of one listener. */
export function checkRules(checks: Checks, field: string, rules: ListenerRuleArgs[], context: ActionContext): void {
  rules.forEach((rule, index) => {
    const at = `${field}[${index}]`;
    checkName(checks, `${at}.name`, rule.name);
    checkConditions(checks, `${at}.conditions`, rule.conditions);
    checkAction(checks, `${at}.action`, rule.action, context);
    checks.range(`${at}.priority`, rule.priority, MIN_PRIORITY, MAX_PRIORITY);
    for (const key of ["hostRewrite", "urlRewrite"] as const) {
      const { regex, replace } = rule[key] ?? {};
      checks.matches(
        `${at}.${key}.regex`,
        regex,
        /^[^]{1,1024}$/,
        "an expression of 1 to 1024 characters",
        "pass one of that length",
      );
      checks.matches(`${at}.${key}.replace`, replace, /^[^]{0,1024}$/, "at most 1024 characters", "shorten it");
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
    rules.map((rule) => rule.priority).filter((priority) => typeof priority === "number"),
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
  { parent, name, tags }: Context,
  listener: lb.Listener,
  rules: ListenerRuleArgs[],
  routes: Routes,
): lb.ListenerRule[] {
  const ordered = orderedPriorities(rules.map((rule) => rule.name));
  return rules.map(
    (rule, index) =>
      new lb.ListenerRule(
        `${name}-listener-rule-${rule.name}`,
        {
          listenerArn: listener.arn,
          priority: rule.priority ?? ordered[index],
          conditions: conditionInputs(rule.conditions),
          actions: actionInputs(rule.action, routes),
          transforms: transforms(rule),
          tags: nameTag(rule.name, tags),
        },
        { parent, aliases: [{ name: `${name}-${rule.name}` }] },
      ),
  );
}

function transforms(rule: ListenerRuleArgs): inputs.lb.ListenerRuleTransform[] | undefined {
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
