import { type Json } from "../../../document";
import { ArgumentError, isObject, mistaken } from "../arguments";
import { type JsonObject } from "../../types";
import { type PolicyCondition, type PolicyDocument, type PolicyPrincipal, type PolicyStatement } from "./policy-model";

/**
 * Reads a policy document as AWS's provider does: keys in any case, those that it does not know left out, and of a
 * condition what is neither text, a truth value nor a list.
 *
 * @param place The argument that holds it, for messages.
 * @throws {@link ArgumentError} where the text is none.
 */
export function readPolicy(text: string, place: string): PolicyDocument {
  return new Reader(place).document(parse(text, place));
}

function parse(text: string, place: string): Json {
  try {
    return JSON.parse(text) as Json;
  } catch (error) {
    const { message } = error as Error;
    throw new ArgumentError(`${place} must be a policy document in JSON: ${message}; correct it.`, message);
  }
}

class Reader {
  constructor(private readonly place: string) {}

  document(json: Json): PolicyDocument {
    const document = json === null ? {} : isObject(json) ? json : this.wrong("the document", "an object", json);
    const statements = member(document, "Statement") ?? [];
    if (!Array.isArray(statements)) {
      this.wrong("Statement", "a list, also of one statement", statements);
    }
    return {
      version: this.text(document, "Version"),
      id: this.text(document, "Id"),
      statements: statements.map((statement, index) =>
        isObject(statement) ? this.statement(statement) : this.wrong(`Statement[${index}]`, "an object", statement),
      ),
    };
  }

  private statement(json: JsonObject): PolicyStatement {
    return {
      sid: this.text(json, "Sid"),
      effect: this.text(json, "Effect"),
      ...given("action", member(json, "Action")),
      ...given("notAction", member(json, "NotAction")),
      ...given("resource", member(json, "Resource")),
      ...given("notResource", member(json, "NotResource")),
      principals: this.principals(json, "Principal"),
      notPrincipals: this.principals(json, "NotPrincipal"),
      conditions: this.conditions(member(json, "Condition") ?? {}),
    };
  }

  private principals(statement: JsonObject, key: string): PolicyPrincipal[] {
    const json = member(statement, key);
    if (json === undefined) {
      return [];
    }
    if (typeof json === "string") {
      return [{ type: "*", identifiers: ["*"] }];
    }
    return Object.entries(isObject(json) ? json : this.wrong(key, "text or an object", json)).map(([type, value]) => ({
      type,
      identifiers: typeof value === "string" ? value : this.texts(value, `${key}.${type}`),
    }));
  }

  private conditions(json: Json): PolicyCondition[] {
    const tests = Object.entries(isObject(json) ? json : this.wrong("Condition", "an object", json));
    return tests.flatMap(([test, inner]) => {
      const variables = Object.entries(
        inner === null ? {} : isObject(inner) ? inner : this.wrong(`Condition.${test}`, "an object", inner),
      );
      return variables.flatMap(([variable, value]) => {
        if (typeof value === "string" || typeof value === "boolean") {
          return [{ test, variable, values: [String(value)] }];
        }
        return Array.isArray(value)
          ? [{ test, variable, values: this.texts(value, `Condition.${test}.${variable}`) }]
          : [];
      });
    });
  }

  private text(object: JsonObject, key: string): string {
    const value = member(object, key) ?? "";
    return typeof value === "string" ? value : this.wrong(key, "text", value);
  }

  private texts(json: Json, key: string): string[] {
    return Array.isArray(json) && json.every((item) => typeof item === "string")
      ? json
      : this.wrong(key, "text or a list of texts", json);
  }

  private wrong(key: string, allowed: string, found: Json): never {
    throw mistaken(`${this.place}: ${key}`, allowed, found);
  }
}

/** The last member of this name, in any case. `null` counts as none, but for a principal, which it may not be. */
function member(object: JsonObject, name: string): Json | undefined {
  const key = Object.keys(object).findLast((candidate) => candidate.toLowerCase() === name.toLowerCase());
  const value = key === undefined ? undefined : object[key];
  return value === null && !name.endsWith("Principal") ? undefined : value;
}

function given<K extends string>(key: K, value: Json | undefined): { [name in K]?: Json } {
  return value === undefined ? {} : ({ [key]: value } as { [name in K]: Json });
}
