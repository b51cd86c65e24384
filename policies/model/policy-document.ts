import { anyOf, each, fieldOf, get, not, type Subject } from "./facts";
import { at, list, MALFORMED, text, UNKNOWN, type Unknown } from "./reading";
import { fail, unknown, type Fact, type Facts } from "./verdict";

/** Judges each statement of an IAM policy document: JSON, as AWS takes it, or the document itself. */
export function eachStatement(on: Subject, path: string, judge: (statement: Subject) => Facts): Fact[] {
  const field = fieldOf(on, path);
  const document = parsed(get(on, path));
  if (document === UNKNOWN) {
    return [unknown(field, `${field} is known only at deployment.`)];
  }
  if (document === MALFORMED) {
    return [fail(field, `${field} is not JSON, so that nobody can tell what it allows; write it as JSON.`)];
  }
  return each({ declared: document, field }, "Statement", judge);
}

/** Judges each statement that allows something: any that does not say Deny, though AWS refuses one that says neither. */
export function eachAllowance(on: Subject, path: string, judge: (statement: Subject) => Facts): Fact[] {
  return eachStatement(on, path, (statement) => {
    return text(get(statement, "Effect")) === "Deny" ? [] : judge(statement);
  });
}

function parsed(value: unknown): unknown {
  if (typeof value !== "string") {
    return value;
  }
  try {
    return value === "" ? undefined : (JSON.parse(value) as unknown);
  } catch {
    return MALFORMED;
  }
}

/** The texts of an element that takes one or several, such as `Action`. */
export function texts(on: Subject, path: string): (string | Unknown)[] {
  const values = list(get(on, path));
  return values === UNKNOWN
    ? [UNKNOWN]
    : values.map((value) => (value === UNKNOWN ? UNKNOWN : typeof value === "string" ? value : ""));
}

/** The principals of one kind that a statement names. `"*"` stands for all of them. */
export function principals(statement: Subject, kind: "AWS" | "Service" = "AWS"): (string | Unknown)[] {
  const stated = get(statement, "Principal");
  if (stated === UNKNOWN) {
    return [UNKNOWN];
  }
  const named = typeof stated === "object" && stated !== null && !Array.isArray(stated);
  return named ? texts(statement, `Principal.${kind}`) : kind === "AWS" ? texts(statement, "Principal") : [];
}

/** Whether a statement is for everybody: by a wildcard, or by naming only who is not meant. */
export function isForEverybody(statement: Subject): boolean | Unknown {
  const except = get(statement, "NotPrincipal");
  return anyOf(
    except === UNKNOWN ? UNKNOWN : except !== undefined,
    ...principals(statement).map((principal) => (principal === UNKNOWN ? UNKNOWN : principal === "*")),
  );
}

/** Keys of a condition that say whose the request is, or from where it comes. */
const NARROWING_KEYS = new Set(
  [
    ...["aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:userid"],
    ...["aws:SourceAccount", "aws:SourceArn", "aws:SourceIp", "aws:SourceOrgID", "aws:SourceOrgPaths"],
    ...["aws:SourceOwner", "aws:SourceVpc", "aws:SourceVpcArn", "aws:SourceVpce", "aws:VpcSourceIp"],
    ...["kms:CallerAccount", "kms:ViaService", "s3:DataAccessPointAccount"],
  ].map((key) => key.toLowerCase()),
);

/** Conditions that a request without the key, or with any other value, fulfils as well. */
const LOOSE_OPERATOR = /not|ifexists$|^forallvalues:|^null$/i;

/** Values that every request has. */
const LOOSE_VALUES = new Set(["*", "0.0.0.0/0", "::/0"]);

/** Whether a statement's condition limits who can use it to some callers, places or services. */
export function isNarrowed(statement: Subject): boolean | Unknown {
  const condition = get(statement, "Condition");
  if (condition === UNKNOWN) {
    return UNKNOWN;
  }
  return anyOf(
    ...namesIn(condition)
      .filter((operator) => !LOOSE_OPERATOR.test(operator))
      .flatMap((operator): (boolean | Unknown)[] => {
        const keys = at(condition, operator);
        const narrowing = namesIn(keys).filter((key) => NARROWING_KEYS.has(key.toLowerCase()));
        return keys === UNKNOWN ? [UNKNOWN] : narrowing.map((key) => isTight(at(keys, key)));
      }),
  );
}

function namesIn(value: unknown): string[] {
  return typeof value === "object" && value !== null ? Object.keys(value) : [];
}

function isTight(value: unknown): boolean | Unknown {
  const values = list(value);
  return values === UNKNOWN
    ? UNKNOWN
    : values.length === 0
      ? false
      : not(anyOf(...values.map((one) => (one === UNKNOWN ? UNKNOWN : LOOSE_VALUES.has(String(one))))));
}

/** Whether a statement allows an action such as `kms:Decrypt`. `NotAction` allows whatever it does not name. */
export function covers(statement: Subject, action: string): boolean | Unknown {
  const matches = (pattern: string | Unknown) => (pattern === UNKNOWN ? UNKNOWN : matchesPattern(pattern, action));
  const except = texts(statement, "NotAction");
  return except.length > 0 ? not(anyOf(...except.map(matches))) : anyOf(...texts(statement, "Action").map(matches));
}

/**
 * Whether a pattern of IAM's, with `*` and `?`, covers a text. Cases are not told apart, as in actions. Each `*` takes as
 * little as it can, and more only where the rest does not fit, so that no pattern takes long.
 */
export function matchesPattern(pattern: string, value: string): boolean {
  const [wanted, given] = [pattern.toLowerCase(), value.toLowerCase()];
  let [place, star, from] = [0, -1, 0];
  for (let read = 0; read < given.length;) {
    if (wanted[place] === "*") {
      [star, from] = [place++, read];
    } else if (wanted[place] === "?" || wanted[place] === given[read]) {
      place++;
      read++;
    } else if (star >= 0) {
      place = star + 1;
      read = ++from;
    } else {
      return false;
    }
  }
  return /^\**$/.test(wanted.slice(place));
}

/** The account of a principal: its number, or the one in its ARN. */
export function accountOf(principal: string): string | undefined {
  return /^(\d{12})$/.exec(principal)?.[1] ?? /^arn:[^:]*:[^:]*:[^:]*:(\d{12}):/.exec(principal)?.[1];
}

/** Whether a principal is an account as a whole: by its number, or as its root. */
export function isAccount(principal: string | Unknown): boolean | Unknown {
  return principal === UNKNOWN ? UNKNOWN : /^(\d{12}|arn:[^:]*:iam::\d{12}:root)$/.test(principal);
}
