import { type Json } from "../../../document";
import { goEscape } from "../../../files/go-values";
import { type JsonObject } from "../../types";

/** A policy document as AWS's provider holds it between reading and writing one. */
export interface PolicyDocument {
  /** Empty where there is none. */
  version: string;
  /** Empty where there is none. */
  id: string;
  statements: PolicyStatement[];
}

/** One statement. What a source document states in other forms than text is written as it was read. */
export interface PolicyStatement {
  /** Empty where there is none. */
  sid: string;
  /** Empty where there is none. */
  effect: string;
  action?: Json;
  notAction?: Json;
  resource?: Json;
  notResource?: Json;
  principals: PolicyPrincipal[];
  notPrincipals: PolicyPrincipal[];
  conditions: PolicyCondition[];
}

export interface PolicyPrincipal {
  type: string;
  identifiers: string | string[];
}

export interface PolicyCondition {
  test: string;
  variable: string;
  values: string[];
}

/** Merges a document into another: it wins where both have an id, and its statements replace those with the same sid. */
export function mergeInto(target: PolicyDocument, added: PolicyDocument): void {
  target.id = added.id || target.id;
  target.version = added.version > target.version ? added.version : target.version;
  for (const statement of added.statements) {
    const same = target.statements.findIndex(({ sid }) => sid !== "" && sid === statement.sid);
    target.statements[same < 0 ? target.statements.length : same] = statement;
  }
}

/**
 * A document as JSON, as Go writes it: what is empty is left out, and `<`, `>` and `&` are escaped.
 *
 * @param indent The spaces of one level; 0 for one line.
 */
export function writePolicy({ version, id, statements }: PolicyDocument, indent: number): string {
  const document = {
    ...(version === "" ? {} : { Version: version }),
    ...(id === "" ? {} : { Id: id }),
    ...(statements.length === 0 ? {} : { Statement: statements.map(statementJson) }),
  };
  return goEscape(JSON.stringify(document, null, indent));
}

function statementJson(statement: PolicyStatement): JsonObject {
  const { sid, effect, action, notAction, resource, notResource, principals, notPrincipals, conditions } = statement;
  return {
    ...(sid === "" ? {} : { Sid: sid }),
    ...(effect === "" ? {} : { Effect: effect }),
    ...(action === undefined ? {} : { Action: sorted(action) }),
    ...(notAction === undefined ? {} : { NotAction: sorted(notAction) }),
    ...(resource === undefined ? {} : { Resource: sorted(resource) }),
    ...(notResource === undefined ? {} : { NotResource: sorted(notResource) }),
    ...(principals.length === 0 ? {} : { Principal: principalsJson(principals) }),
    ...(notPrincipals.length === 0 ? {} : { NotPrincipal: principalsJson(notPrincipals) }),
    ...(conditions.length === 0 ? {} : { Condition: conditionsJson(conditions) }),
  };
}

/** Everyone is `"*"`; AWS's everyone stays `{ "AWS": "*" }`, which a role's trust policy requires. */
function principalsJson(principals: PolicyPrincipal[]): Json {
  const [first, ...others] = principals;
  if (others.length === 0 && first?.type === "*" && [first.identifiers].flat().join() === "*") {
    return "*";
  }
  const byType: Record<string, string | string[]> = {};
  for (const { type, identifiers } of principals) {
    const before = byType[type];
    const added = typeof identifiers === "string" ? identifiers : [...identifiers].sort().reverse();
    byType[type] = before === undefined ? added : [before, added].flat();
  }
  return sorted(byType);
}

/** A condition of one value stands without a list. */
function conditionsJson(conditions: PolicyCondition[]): Json {
  const byTest: Record<string, Record<string, string[]>> = {};
  for (const { test, variable, values } of conditions) {
    ((byTest[test] ??= {})[variable] ??= []).push(...values);
  }
  const flat = Object.entries(byTest).map(([test, variables]): [string, Json] => [
    test,
    Object.fromEntries(
      Object.entries(variables).map(([variable, values]) => [
        variable,
        values.length === 1 ? (values[0] ?? "") : values,
      ]),
    ),
  ]);
  return sorted(Object.fromEntries(flat));
}

/** The value with the keys of every object in order. */
function sorted(value: Json): Json {
  if (Array.isArray(value)) {
    return value.map(sorted);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
