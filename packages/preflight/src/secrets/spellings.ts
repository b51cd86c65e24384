import { goJson } from "../files/go-values";

/**
 * The ways in which a text is written within others: as it is; in JSON, by JavaScript and by Go, and in JSON within JSON;
 * in an address; and in Base64.
 */
export function spellingsOf(text: string): Set<string> {
  const json = inJson(text);
  return new Set([text, ...json, ...json.flatMap(inJson), inAddress(text), ...inBase64(text)]);
}

/** The text within the quotes of JSON, as a program writes it and as Pulumi's configuration holds it. */
function inJson(text: string): string[] {
  return [JSON.stringify(text), goJson(text)].map((json) => json.slice(1, -1));
}

function inAddress(text: string): string {
  // Half of a surrogate pair has no form in an address.
  return encodeURIComponent(Buffer.from(text).toString());
}

/** Without the padding, which is not always there. */
function inBase64(text: string): string[] {
  const bytes = Buffer.from(text);
  return [bytes.toString("base64").replace(/=+$/, ""), bytes.toString("base64url")];
}
