import { type Checks, isPlain } from "@groundwork/core";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { MAX_COOKIE_SECONDS } from "../target-group/stickiness-args";
import { type TargetGroupArgs } from "../target-group/target-group-args";
import { RedirectCode, type ActionArgs, type WeightedForwardArgs } from "./action-args";
import { Unauthenticated, ClaimFormat } from "./authentication-args";

/** The most target groups of one action. */
export const MAX_TARGET_GROUPS = 5;
/** The highest weight of a target group. */
export const MAX_WEIGHT = 999;

/** What an action must fit: the target groups there are, and the listener. */
export interface ActionContext {
  targetGroups: Record<string, TargetGroupArgs>;
  /** The keys of blue/green pairs, which `forward` takes like those of target groups. */
  pairs: string[];
  type: LoadBalancerType;
  /** Whether the listener ends TLS and speaks HTTP. */
  https: boolean;
}

const FINAL_ACTIONS = ["forward", "weightedForward", "redirect", "fixedResponse"] as const;
const AUTHENTICATIONS = ["oidc", "cognito", "jwt"] as const;
const CONTENT_TYPES = ["text/plain", "text/css", "text/html", "application/javascript", "application/json"] as const;
const ALWAYS_CHECKED_CLAIMS = ["exp", "iss", "nbf", "iat"];

/** Records the mistakes in an action. */
export function checkAction(checks: Checks, field: string, action: ActionArgs, context: ActionContext): void {
  const targetGroups = Object.keys(context.targetGroups);
  const finals = FINAL_ACTIONS.filter((key) => action[key] !== undefined);
  checks.that(
    finals.length === 1,
    field,
    finals,
    `exactly one of ${FINAL_ACTIONS.join(", ")}`,
    "say what becomes of the request, once",
  );
  const authentications = AUTHENTICATIONS.filter((key) => action[key] !== undefined);
  checks.that(
    authentications.length <= 1,
    field,
    authentications,
    `at most one of ${AUTHENTICATIONS.join(", ")}`,
    "keep one, or make a rule for each kind of client",
  );
  for (const key of context.https ? [] : authentications) {
    checks.problem(`${field}.${key} needs an HTTPS listener, or tokens would travel unencrypted; move it to one.`);
  }
  if (action.forward !== undefined) {
    checkTargetKey(checks, `${field}.forward`, action.forward, [...targetGroups, ...context.pairs]);
  }
  if (action.weightedForward !== undefined) {
    checkWeightedForward(checks, `${field}.weightedForward`, action.weightedForward, context);
  }
  checkRedirect(checks, `${field}.redirect`, action);
  checkFixedResponse(checks, `${field}.fixedResponse`, action);
  checkSessions(checks, field, action);
  checkJwt(checks, `${field}.jwt`, action);
}

/** Records a mistake for each target group, or pair of them, that no action sends to. */
export function checkReached(checks: Checks, field: string, keys: string[], used: string[]): void {
  for (const key of keys.filter((candidate) => !used.includes(candidate))) {
    checks.problem(
      `${field}.${key} gets no requests, and AWS does not check the health of its targets; forward to it or remove it.`,
    );
  }
}

function checkTargetKey(checks: Checks, field: string, key: string, known: string[]): boolean {
  return checks.that(
    known.includes(key),
    field,
    key,
    known.length === 0 ? "the key of a target group, and there is none" : `one of ${known.join(", ")}`,
    "name a target group that is there or add this one",
  );
}

/** Records the mistakes in a weighted forward, among them what stickiness forbids. */
export function checkWeightedForward(
  checks: Checks,
  field: string,
  args: WeightedForwardArgs,
  context: ActionContext,
): void {
  checks.that(
    args.targets.length >= 2 && args.targets.length <= MAX_TARGET_GROUPS,
    `${field}.targets`,
    args.targets.length,
    `2 to ${MAX_TARGET_GROUPS} target groups`,
    "use forward for a single one",
  );
  const known = Object.keys(context.targetGroups);
  const keys = args.targets.map((target) => target.targetGroup);
  checks.that(
    new Set(keys).size === keys.length,
    `${field}.targets`,
    keys,
    "each target group once",
    "add up the weights of one group",
  );
  args.targets.forEach((target, index) => {
    checks.range(`${field}.targets[${index}].weight`, target.weight, 0, MAX_WEIGHT);
    if (checkTargetKey(checks, `${field}.targets[${index}].targetGroup`, target.targetGroup, known)) {
      checkSticky(checks, field, target.targetGroup, args, context);
    }
  });
  checks.that(
    args.targets.some(({ weight }) => !isPlain(weight) || weight > 0),
    `${field}.targets`,
    args.targets.map((target) => target.weight),
    "weights of which one is above 0",
    "give one target group a weight",
  );
  checks.range(`${field}.stickinessSeconds`, args.stickinessSeconds, 1, MAX_COOKIE_SECONDS, "seconds");
  checks.that(
    context.type !== LoadBalancerType.Network || args.stickinessSeconds === undefined,
    `${field}.stickinessSeconds`,
    args.stickinessSeconds,
    "left out on a Network Load Balancer",
    "remove it: a connection stays with its target anyway",
  );
}

/**
 * AWS: application-based stickiness does not work with weighted target groups, and where one of several groups is sticky
 * the forward must be, too.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
 */
function checkSticky(
  checks: Checks,
  field: string,
  key: string,
  args: WeightedForwardArgs,
  context: ActionContext,
): void {
  const stickiness = context.targetGroups[key]?.stickiness;
  if (stickiness?.applicationCookie !== undefined) {
    checks.problem(
      `${field} includes target group "${key}", which is sticky by application cookie, and AWS does not support that with ` +
        "weights; switch all at once by forwarding to one target group or the other, send chosen clients to one of them " +
        "by a rule on a header, or use loadBalancerCookie.",
    );
  }
  if (stickiness?.loadBalancerCookie !== undefined && args.stickinessSeconds === undefined) {
    checks.problem(
      `${field} includes target group "${key}", which is sticky by load-balancer cookie, so the forward must be sticky, ` +
        "too; set stickinessSeconds.",
    );
  }
}

function checkRedirect(checks: Checks, field: string, action: ActionArgs): void {
  const redirect = action.redirect;
  if (redirect === undefined) {
    return;
  }
  checks.oneOf(`${field}.protocol`, redirect.protocol, ["HTTP", "HTTPS", "#{protocol}"]);
  checks.oneOf(`${field}.code`, redirect.code, Object.values(RedirectCode));
  checks.matches(
    `${field}.path`,
    redirect.path,
    /^\/[^]{0,127}$/,
    "a path of at most 128 characters that starts with a slash",
    "put a slash before it",
  );
  if (typeof redirect.port === "string") {
    const port = Number(redirect.port);
    checks.that(
      redirect.port === "#{port}" || (Number.isInteger(port) && port >= 1 && port <= 65535),
      `${field}.port`,
      redirect.port,
      '"#{port}" or a port from 1 to 65535',
      "pass one of these",
    );
  }
  const changes = [redirect.protocol, redirect.host, redirect.port, redirect.path, redirect.query];
  const placeholders = ["#{protocol}", "#{host}", "#{port}", "/#{path}", "#{query}"];
  checks.that(
    changes.some((value, index) => value !== undefined && value !== placeholders[index]),
    field,
    redirect,
    "a change of protocol, host, port, path or query",
    "set one of them, or the client is sent in circles",
  );
}

function checkFixedResponse(checks: Checks, field: string, action: ActionArgs): void {
  const response = action.fixedResponse;
  if (response === undefined) {
    return;
  }
  checks.that(
    !isPlain(response.statusCode) || /^[245]\d\d$/.test(String(response.statusCode)),
    `${field}.statusCode`,
    response.statusCode,
    "a status code 2xx, 4xx or 5xx",
    "use redirect for 3xx",
  );
  checks.oneOf<string>(`${field}.contentType`, response.contentType, CONTENT_TYPES);
  checks.matches(
    `${field}.body`,
    response.body,
    /^[^]{0,1024}$/,
    "at most 1024 characters",
    "shorten it or answer from a target",
  );
}

function checkSessions(checks: Checks, field: string, action: ActionArgs): void {
  for (const key of ["oidc", "cognito"] as const) {
    const args = action[key];
    checks.range(`${field}.${key}.sessionSeconds`, args?.sessionSeconds, 1, MAX_COOKIE_SECONDS, "seconds");
    checks.oneOf(`${field}.${key}.onUnauthenticated`, args?.onUnauthenticated, Object.values(Unauthenticated));
    const { extraParams } = args ?? {};
    const params = extraParams !== undefined && isPlain(extraParams) ? Object.keys(extraParams) : [];
    checks.that(params.length <= 10, `${field}.${key}.extraParams`, params, "at most 10 parameters", "drop some");
  }
}

function checkJwt(checks: Checks, field: string, action: ActionArgs): void {
  checks.matches(
    `${field}.jwksEndpoint`,
    action.jwt?.jwksEndpoint,
    /^https:\/\/[^/]+\/./,
    "an https address with a path",
    "pass the issuer's jwks_uri",
  );
  (action.jwt?.claims ?? []).forEach((claim, index) => {
    checks.matches(
      `${field}.claims[${index}].name`,
      claim.name,
      new RegExp(`^(?!(${ALWAYS_CHECKED_CLAIMS.join("|")})$)`),
      `a claim other than ${ALWAYS_CHECKED_CLAIMS.join(", ")}, which are always checked`,
      "remove it",
    );
    checks.oneOf(`${field}.claims[${index}].format`, claim.format, Object.values(ClaimFormat));
    const single = claim.format === ClaimFormat.SingleString;
    checks.count(
      `${field}.claims[${index}].values`,
      claim.values,
      1,
      single ? 1 : Infinity,
      single ? "exactly one value" : "at least one value",
      "list what the token must hold",
    );
  });
}
