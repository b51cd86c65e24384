import { type Json } from "../document";
import { type JsonNode, jsonValue } from "../files/json-text";
import { makeSecret } from "../wire/values";
import { type JsonObject } from "./types";

/** The key of an object that stands for a secret, as in Pulumi's own YAML: `{ "fn::secret": "…" }`. */
export const SECRET_KEY = "fn::secret";

/** Told of a key that is none, or of one that may not be there. */
type Report = (node: JsonNode, sentence: string) => void;

/** The value of a recorded answer, in which `{ "fn::secret": value }` is a secret. */
export function answerValue(node: JsonNode, path: string, report: Report): Json {
  if (Array.isArray(node.value)) {
    return node.value.map((item, index) => answerValue(item, `${path}[${index}]`, report));
  }
  if (!(node.value instanceof Map)) {
    return jsonValue(node) as Json;
  }
  const secret = secretIn(node.value, path, report);
  return secret === undefined
    ? Object.fromEntries([...node.value].map(([key, item]) => [key, answerValue(item, `${path}.${key}`, report)]))
    : makeSecret(jsonValue(secret) as Json);
}

/** A whole answer: of one that is a secret, every property is. */
export function answerObject(members: Map<string, JsonNode>, path: string, report: Report): JsonObject {
  const secret = secretIn(members, path, report);
  if (secret === undefined) {
    return answerValue({ start: 0, end: 0, value: members }, path, report) as JsonObject;
  }
  if (!(secret.value instanceof Map)) {
    report(
      secret,
      `${path}["${SECRET_KEY}"] must be an object, as the answer is; make one of its properties the secret.`,
    );
    return {};
  }
  return Object.fromEntries([...secret.value].map(([key, item]) => [key, makeSecret(jsonValue(item) as Json)]));
}

/** What stands for a secret in an object; `undefined` where it stands for itself. */
function secretIn(members: Map<string, JsonNode>, path: string, report: Report): JsonNode | undefined {
  for (const [key, item] of members) {
    if (key.startsWith("fn::") && key !== SECRET_KEY) {
      report(item, `${path} has the unknown key "${key}"; the only one that begins with fn:: is "${SECRET_KEY}".`);
    }
  }
  const secret = members.get(SECRET_KEY);
  if (secret !== undefined && members.size > 1) {
    report(secret, `${path} has other keys beside "${SECRET_KEY}"; move them out of the secret, or into it.`);
  }
  return secret;
}
