/** What a listener or rule does, in words. */
export interface Described {
  /** What it does beside forwarding. */
  lines: string[];
  /** The share of each target group that it forwards to, in order; empty if there is but one. */
  shares: string[];
}

type Json = Record<string, unknown>;

const AUTHENTICATION: Record<string, string> = {
  "authenticate-oidc": "sign-in by OpenID Connect",
  "authenticate-cognito": "sign-in by Cognito",
  "jwt-validation": "valid token",
};

/** A listener's or rule's actions, in words. */
export function describeAction(actions: unknown): Described {
  const lines: string[] = [];
  const shares: string[] = [];
  for (const action of list(actions)) {
    const type = String(action["type"]);
    const authentication = AUTHENTICATION[type];
    if (authentication !== undefined) {
      lines.push(authentication);
    } else if (type === "redirect") {
      lines.push(redirect(object(action["redirect"])));
    } else if (type === "fixed-response") {
      lines.push(`answers ${String(object(action["fixedResponse"])["statusCode"])}`);
    } else {
      shares.push(...weights(object(action["forward"])));
    }
  }
  return { lines, shares };
}

function redirect(to: Json): string {
  const changed = ["protocol", "host", "port", "path", "query"].map((key) => to[key]);
  return `redirects to ${changed.filter((part) => typeof part === "string").join(" ")}`;
}

function weights(forward: Json): string[] {
  const numbers = list(forward["targetGroups"]).map((group) => Number(group["weight"] ?? 1));
  const sum = numbers.reduce((total, weight) => total + weight, 0);
  return numbers.length < 2 || sum === 0 ? [] : numbers.map((weight) => `${Math.round((100 * weight) / sum)}%`);
}

/** A rule's conditions, in words, a line each. */
export function describeConditions(conditions: unknown): string[] {
  return list(conditions).map((condition) => {
    const [kind, value] = Object.entries(condition).find(([, config]) => config !== undefined) ?? ["", {}];
    switch (kind) {
      case "hostHeader":
        return `host ${values(value)}`;
      case "pathPattern":
        return `path ${values(value)}`;
      case "httpRequestMethod":
        return `method ${values(value)}`;
      case "sourceIp":
        return `from ${values(value)}`;
      case "httpHeader":
        return `header ${String(object(value)["httpHeaderName"])} ${values(value)}`;
      default:
        return `query ${list(value).map(pair).join(" or ")}`;
    }
  });
}

function pair(query: Json): string {
  const key = query["key"];
  return `${typeof key === "string" ? `${key}=` : ""}${String(query["value"])}`;
}

function values(config: unknown): string {
  const { values: plain, regexValues } = object(config);
  const given = Array.isArray(plain)
    ? plain
    : Array.isArray(regexValues)
      ? regexValues.map((regex) => `/${regex}/`)
      : [];
  return given.map(String).join(" or ");
}

function object(value: unknown): Json {
  return typeof value === "object" && value !== null ? (value as Json) : {};
}

function list(value: unknown): Json[] {
  return Array.isArray(value) ? value.map(object) : [];
}
