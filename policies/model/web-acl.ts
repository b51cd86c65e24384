import { allOf, anyOf, get, is, isSet, mustHave, not, type Subject } from "./facts";
import type { Program } from "./program";
import { list, UNKNOWN, type Unknown } from "./reading";
import type { Resource } from "./resource";
import type { Fact } from "./verdict";

export const WEB_ACL = "aws:wafv2/webAcl:WebAcl";
/** AWS WAF Classic, for what is in a Region and for CloudFront. */
export const CLASSIC_WEB_ACLS = ["aws:wafregional/webAcl:WebAcl", "aws:waf/webAcl:WebAcl"];
export const WEB_ACL_ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
/** What associates a web ACL with a load balancer, that of AWS WAF Classic, too. */
export const WEB_ACL_ASSOCIATIONS = [WEB_ACL_ASSOCIATION, "aws:wafregional/webAclAssociation:WebAclAssociation"];

const RULE = "aws:wafv2/webAclRule:WebAclRule";
const GROUP = "aws:wafv2/webAclRuleGroupAssociation:WebAclRuleGroupAssociation";

/** The resources that add rules to a web ACL. */
export const WEB_ACL_RULES = [RULE, GROUP];

/** That a web ACL is associated with a load balancer. */
export function mustHaveWebAcl(balancer: Resource, program: Program): Fact {
  return mustHave(
    "webAcl",
    program.dependents(balancer, WEB_ACL_ASSOCIATIONS, "resourceArn"),
    () => true,
    "No web ACL is associated with the load balancer; add a WebAclAssociation with its ARN as resourceArn.",
  );
}

/**
 * The rules of a web ACL: those in its properties, those in the JSON of AWS's API, and those that other resources add,
 * which are known once the program has run. An unknown one may be any number of rules.
 */
export function rulesOf(acl: Resource, program: Program): unknown[] {
  const json = get(acl, "ruleJson");
  const added = program.dependents(acl, WEB_ACL_RULES, "webAclArn");
  return [
    ...itemsOf(get(acl, "rules")),
    ...itemsOf(typeof json === "string" && json !== "" ? parsed(json) : json),
    ...itemsOf(added === UNKNOWN ? added : added.map((one) => (one.type === GROUP ? asRule(one) : one.declared))),
  ];
}

/** A list's items, or one that is unknown where the list is. */
function itemsOf(value: unknown): unknown[] {
  const items = list(value);
  return items === UNKNOWN ? [UNKNOWN] : items;
}

/** Whether a web ACL blocks by a group of AWS's managed rules, and by these of its rules. */
export function blocksBy(acl: Resource, group: string, rules: RegExp, program: Program): boolean | Unknown {
  return anyOf(
    ...rulesOf(acl, program).map((declared) => {
      const rule: Subject = { declared };
      const statement = { declared: get(rule, "statement.managedRuleGroupStatement") };
      return allOf(
        is(statement, "name", group),
        not(isSet(rule, "overrideAction.count")),
        not(anyOf(...excluded(statement, rules))),
      );
    }),
  );
}

/** Of each exception that a managed group's statement makes, whether it only counts what one of the rules finds. */
function excluded(statement: Subject, rules: RegExp): (boolean | Unknown)[] {
  const named = (exception: unknown) => {
    const name = get({ declared: exception }, "name");
    return name === UNKNOWN ? UNKNOWN : typeof name === "string" && rules.test(name);
  };
  return [
    ...itemsOf(get(statement, "excludedRules")).map(named),
    ...itemsOf(get(statement, "ruleActionOverrides")).map((exception) => {
      const action = { declared: get({ declared: exception }, "actionToUse") };
      return allOf(named(exception), anyOf(isSet(action, "count"), isSet(action, "allow")));
    }),
  ];
}

/** An association of a managed rule group, as the rule that it makes. */
function asRule(association: Resource): unknown {
  const group = get(association, "managedRuleGroup");
  const counts = is(association, "overrideAction", "count");
  const overrideAction = counts === UNKNOWN ? { count: UNKNOWN } : counts ? { count: {} } : { none: {} };
  return { overrideAction, statement: { managedRuleGroupStatement: group } };
}

/** The rules of a JSON text, with names as properties have them; unknown where it is no JSON. */
function parsed(json: string): unknown {
  try {
    return JSON.parse(json, camelCased) as unknown;
  } catch {
    return UNKNOWN;
  }
}

function camelCased(_key: string, value: unknown): unknown {
  return typeof value === "object" && value !== null && !Array.isArray(value)
    ? Object.fromEntries(Object.entries(value).map(([key, item]) => [key.charAt(0).toLowerCase() + key.slice(1), item]))
    : value;
}
