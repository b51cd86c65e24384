import { type Checks, type Context, mapInput, nameTag } from "@groundwork/core";
import * as lb from "@pulumi/aws/lb";
import type * as inputs from "@pulumi/aws/types/input";
import type * as pulumi from "@pulumi/pulumi";
import { checkName } from "../shared/names";
import { checkAction, type ActionContext } from "./action-checks";
import { actionInputs, actionRegistrations, type Routes } from "./action-inputs";
import { conditionInputs } from "./condition";
import { checkConditions } from "./condition-checks";
import { type ListenerRuleArgs } from "./listener-rule-args";
import { MAX_PRIORITY, maxOrderedRules, MIN_PRIORITY, orderedPriorities, widthFor } from "./priorities";
import { claimBand, range } from "./priority-band";
import { type PriorityBandArgs } from "./priority-band-args";

/** Records the mistakes in the rules of one listener, but for their priorities. */
export function checkRules(checks: Checks, field: string, rules: ListenerRuleArgs[], context: ActionContext): void {
  rules.forEach((rule, index) => {
    const at = `${field}[${index}]`;
    checkName(checks, `${at}.name`, rule.name);
    checkConditions(checks, `${at}.conditions`, rule.conditions);
    checkAction(checks, `${at}.action`, rule.action, context);
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
}

/** Records the mistakes in the priorities of rules, which have all of a listener's or those of a band. */
export function checkPriorities(
  checks: Checks,
  field: string,
  rules: ListenerRuleArgs[],
  band?: PriorityBandArgs,
): void {
  const { from, to } = band ?? { from: MIN_PRIORITY, to: MAX_PRIORITY };
  rules.forEach((rule, index) => {
    checks.range(`${field}[${index}].priority`, rule.priority, from, to);
  });
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
  const most = maxOrderedRules(band);
  checks.that(
    explicit > 0 || rules.length <= most,
    field,
    rules.length,
    `at most ${most} rules${band === undefined ? "" : ` in the order of the list, with the priorities ${range(band)}`}`,
    band === undefined
      ? "use another listener"
      : `widen the band to ${widthFor(rules.length)} priorities, or give every rule one of the band's`,
  );
}

/** Records a mistake for each rule of the listener's owner that has a priority of another team's. */
export function checkOutside(
  checks: Checks,
  field: string,
  rules: ListenerRuleArgs[],
  bands: Record<string, PriorityBandArgs>,
): void {
  prioritiesOf(rules).forEach((priority, index) => {
    for (const [team, band] of Object.entries(bands)) {
      checks.that(
        priority === undefined || priority < band.from || priority > band.to,
        `${field}[${index}].priority`,
        priority,
        `outside priorityBands.${team}, ${range(band)}`,
        "begin the band above all rules of the load balancer's own, or give them priorities outside it",
      );
    }
  });
}

/** The priorities that rules are given or derive from their order; undefined where one is known only at deployment. */
function prioritiesOf(rules: ListenerRuleArgs[]): (number | undefined)[] {
  const ordered = orderedPriorities(rules.map((rule) => rule.name));
  return rules.map((rule, index) => {
    const priority = rule.priority ?? ordered[index];
    return typeof priority === "number" ? priority : undefined;
  });
}

/** Takes the priorities of a listener's own rules, so that no team of the same program is given them. */
export function claimPriorities(listenerArn: pulumi.Input<string>, owner: string, rules: ListenerRuleArgs[]): void {
  for (const priority of prioritiesOf(rules)) {
    if (priority !== undefined) {
      claimBand(listenerArn, { owner, band: { from: priority, to: priority } });
    }
  }
}

function checkUnique(checks: Checks, field: string, values: (string | number)[], fix: string): void {
  const duplicates = [...new Set(values.filter((value, index) => values.indexOf(value) !== index))];
  checks.that(duplicates.length === 0, field, duplicates, "different on each rule of a listener", fix);
}

/** Where rules belong. */
interface RulePlace {
  listenerArn: pulumi.Input<string>;
  /** The priorities that they may take; without, all of the listener's. */
  band?: pulumi.Input<PriorityBandArgs>;
}

/** The rules of one listener. */
export function createRules(
  { parent, name, tags }: Context,
  { listenerArn, band }: RulePlace,
  rules: ListenerRuleArgs[],
  routes: Routes,
): lb.ListenerRule[] {
  const ruleNames = rules.map((rule) => rule.name);
  const ordered =
    band === undefined ? orderedPriorities(ruleNames) : mapInput(band, (known) => orderedPriorities(ruleNames, known));
  return rules.map(
    (rule, index) =>
      new lb.ListenerRule(
        `${name}-listener-rule-${rule.name}`,
        {
          listenerArn,
          priority: rule.priority ?? mapInput(ordered, (priorities) => priorities[index] ?? 0),
          conditions: conditionInputs(rule.conditions),
          actions: actionInputs(rule.action, routes),
          transforms: transforms(rule),
          tags: nameTag(rule.name, tags),
        },
        { parent, aliases: [{ name: `${name}-${rule.name}` }], dependsOn: actionRegistrations(rule.action, routes) },
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
