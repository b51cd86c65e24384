import type * as inputs from "@pulumi/aws/types/input";
import { type ConditionArgs } from "./condition-args";

/** Conditions as a listener rule takes them. */
export function conditionInputs(args: ConditionArgs): inputs.lb.ListenerRuleCondition[] {
  const conditions: inputs.lb.ListenerRuleCondition[] = [];
  if (args.hosts !== undefined || args.hostRegexes !== undefined) {
    conditions.push({ hostHeader: { values: args.hosts, regexValues: args.hostRegexes } });
  }
  if (args.paths !== undefined || args.pathRegexes !== undefined) {
    conditions.push({ pathPattern: { values: args.paths, regexValues: args.pathRegexes } });
  }
  if (args.methods !== undefined) {
    conditions.push({ httpRequestMethod: { values: args.methods } });
  }
  if (args.sourceCidrs !== undefined) {
    conditions.push({ sourceIp: { values: args.sourceCidrs } });
  }
  for (const header of args.headers ?? []) {
    conditions.push({
      httpHeader: { httpHeaderName: header.name, values: header.values, regexValues: header.regexes },
    });
  }
  for (const query of args.queries ?? []) {
    conditions.push({ queryStrings: query.anyOf.map(({ key, value }) => ({ key, value })) });
  }
  return conditions;
}
