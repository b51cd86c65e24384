import { type Json } from "../../../document";
import { type JsonObject } from "../../types";
import { ArgumentError, Arguments, isObject } from "../arguments";
import { readPolicy } from "./policy-json";
import {
  mergeInto,
  type PolicyCondition,
  type PolicyDocument,
  type PolicyPrincipal,
  type PolicyStatement,
  writePolicy,
} from "./policy-model";
import { hashOf, inSetOrder, serialiseTexts } from "./policy-set";

const ARGUMENTS = [
  "overrideJson",
  "overridePolicyDocuments",
  "policyId",
  "sourceJson",
  "sourcePolicyDocuments",
  "statements",
  "version",
];
const STATEMENT = [
  "actions",
  "conditions",
  "effect",
  "notActions",
  "notPrincipals",
  "notResources",
  "principals",
  "resources",
  "sid",
];
const OLD_VERSION = "2008-10-17";
const VERSION = "2012-10-17";
const EFFECT = "Allow";

/**
 * The document that `aws.iam.getPolicyDocument` makes of its arguments: the sources in their order, the statements over
 * them and the overrides over both.
 *
 * @throws {@link ArgumentError} for what AWS's provider refuses.
 * @see https://github.com/hashicorp/terraform-provider-aws/blob/main/internal/service/iam/policy_document_data_source.go
 */
export function getPolicyDocument(args: JsonObject): JsonObject {
  const given = new Arguments(args, ARGUMENTS);
  for (const name of ["sourceJson", "overrideJson"]) {
    if (given.text(name)) {
      const now = name.replace("Json", "PolicyDocuments");
      throw new ArgumentError(`${name} is no longer used and must be empty; pass the document in ${now}.`);
    }
  }
  const version = given.choice("version", [OLD_VERSION, VERSION], VERSION);
  const merged: PolicyDocument = { version: "", id: "", statements: [] };
  const sources = documents(given, "sourcePolicyDocuments");
  refuseSameSids(
    sources.flatMap(({ statements }) => statements),
    "sourcePolicyDocuments",
  );
  sources.forEach((source) => mergeInto(merged, source));

  const statements = given.objects("statements", STATEMENT).map((statement) => statementOf(statement, version));
  refuseSameSids(statements, "statements");
  mergeInto(merged, { version, id: given.text("policyId") ?? "", statements });
  documents(given, "overridePolicyDocuments").forEach((override) => mergeInto(merged, override));

  const json = writePolicy(merged, 2);
  return { ...withDefaults(args, version), id: hashOf(json), json, minifiedJson: writePolicy(merged, 0) };
}

/** The documents of a list; an empty text is none. */
function documents(given: Arguments, name: string): PolicyDocument[] {
  return (given.texts(name) ?? []).flatMap((text, index) =>
    text === "" ? [] : [readPolicy(text, `${name}[${index}]`)],
  );
}

function refuseSameSids(statements: PolicyStatement[], place: string): void {
  const seen = new Set<string>();
  for (const { sid } of statements) {
    if (sid !== "" && seen.has(sid)) {
      throw new ArgumentError(`duplicate Sid (${sid}) in ${place}. Remove the Sid or ensure Sids are unique.`, sid);
    }
    seen.add(sid);
  }
}

function statementOf(given: Arguments, version: string): PolicyStatement {
  const [actions, notActions] = [given.texts("actions"), given.texts("notActions")];
  const [resources, notResources] = [given.texts("resources"), given.texts("notResources")];
  return {
    sid: given.text("sid") ?? "",
    effect: given.choice("effect", [EFFECT, "Deny"], EFFECT),
    ...(actions?.length ? { action: oneOrSorted(actions) } : {}),
    ...(notActions?.length ? { notAction: oneOrSorted(notActions) } : {}),
    ...(resources?.length ? { resource: withVariables(oneOrSorted(resources), version) } : {}),
    ...(notResources?.length ? { notResource: withVariables(oneOrSorted(notResources), version) } : {}),
    principals: principalsOf(given.objects("principals", ["identifiers", "type"]), version),
    notPrincipals: principalsOf(given.objects("notPrincipals", ["identifiers", "type"]), version),
    conditions: conditionsOf(given.objects("conditions", ["test", "values", "variable"]), version),
  };
}

function principalsOf(given: Arguments[], version: string): PolicyPrincipal[] {
  const principals = given.map((principal) => ({
    type: principal.requiredText("type"),
    identifiers: inSetOrder(principal.requiredTexts("identifiers"), (text) => `${text};`),
  }));
  return inSetOrder(
    principals,
    ({ type, identifiers }) => `identifiers:{${serialiseTexts(identifiers)}};type:${type};`,
  ).map(({ type, identifiers }) => ({ type, identifiers: withVariables(oneOrSorted(identifiers), version) }));
}

function conditionsOf(given: Arguments[], version: string): PolicyCondition[] {
  const conditions = given.map((condition) => ({
    test: condition.requiredText("test"),
    variable: condition.requiredText("variable"),
    values: condition.requiredTexts("values"),
  }));
  return inSetOrder(
    conditions,
    ({ test, values, variable }) => `test:${test};values:(${serialiseTexts(values)});variable:${variable};`,
  ).map((condition) => ({ ...condition, values: withVariables(condition.values, version) }));
}

/** A set of texts: the only one by itself, or each once, from the last in the alphabet to the first. */
function oneOrSorted(texts: string[]): string | string[] {
  const each = [...new Set(texts)].sort().reverse();
  return each.length === 1 ? each.join() : each;
}

/** Policy variables, which are written `&{…}` so that nothing else takes them for its own. */
function withVariables<T extends string | string[]>(texts: T, version: string): T {
  const replace = (text: string): string => {
    if (version === OLD_VERSION && text.includes("&{")) {
      throw new ArgumentError(
        `found &{ sequence in (${text}), which is not supported in document version ${OLD_VERSION}.`,
        text,
      );
    }
    return text.replaceAll("&{", "${");
  };
  return (typeof texts === "string" ? replace(texts) : texts.map(replace)) as T;
}

/** The arguments as the provider gives them back, with its defaults. */
function withDefaults(args: JsonObject, version: string): JsonObject {
  const statements = (args["statements"] ?? []) as Json[];
  return {
    ...args,
    ...(statements.length === 0
      ? {}
      : { statements: statements.map((statement) => ({ effect: EFFECT, ...(isObject(statement) ? statement : {}) })) }),
    version,
  };
}
