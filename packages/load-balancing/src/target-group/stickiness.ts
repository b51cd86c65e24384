import { type Checks } from "@groundwork/core";
import type * as aws from "@pulumi/aws";
import type * as pulumi from "@pulumi/pulumi";

/**
 * A cookie of the application that keeps a client at one target.
 *
 * The application sets the cookie `name`; the load balancer answers with its own encrypted cookie beside it, and the
 * client must send both back. Requests stick only once the application has set its cookie.
 */
export interface ApplicationCookieArgs {
  /** The cookie's name. Not one that starts with AWSALB, AWSALBAPP or AWSALBTG, which the load balancer uses itself. */
  name: string;
  /**
   * Seconds for which requests stick after the cookie was last set, from 1 to 604800 (seven days).
   *
   * @default 86400 (one day)
   */
  durationSeconds?: number;
}

/** A cookie of the load balancer that keeps a client at one target. */
export interface LoadBalancerCookieArgs {
  /**
   * Seconds for which requests stick, from 1 to 604800 (seven days).
   *
   * @default 86400 (one day)
   */
  durationSeconds?: number;
}

/**
 * What keeps a client at one target. Exactly one field is set.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/sticky-sessions.html
 */
export interface StickinessArgs {
  /**
   * A cookie that the application sets. Application Load Balancers only, and never together with weights between
   * several target groups.
   */
  applicationCookie?: ApplicationCookieArgs;
  /** A cookie that the load balancer sets. Application Load Balancers only. */
  loadBalancerCookie?: LoadBalancerCookieArgs;
  /** The client's address. Network Load Balancers only, and not for TLS. */
  sourceIp?: boolean;
}

/** The longest time for which a cookie keeps a client at a target: seven days. */
export const MAX_COOKIE_SECONDS = 604800;
/** The time for which a cookie keeps a client at a target, unless the caller says otherwise: one day. */
export const DEFAULT_COOKIE_SECONDS = 86400;
/** The cookie names that the load balancer keeps for itself start with one of these. */
export const RESERVED_COOKIE_PREFIXES: readonly string[] = ["AWSALB", "AWSALBAPP", "AWSALBTG"];

/** Records the mistakes in a target group's stickiness. */
export function checkStickiness(
  checks: Checks,
  field: string,
  args: StickinessArgs | undefined,
  network: boolean,
  tls: boolean,
): void {
  if (args === undefined) {
    return;
  }
  const kinds = [args.applicationCookie !== undefined, args.loadBalancerCookie !== undefined, args.sourceIp === true];
  checks.that(
    kinds.filter(Boolean).length === 1,
    field,
    args,
    "exactly one of applicationCookie, loadBalancerCookie, sourceIp",
    "keep one, or leave stickiness out",
  );
  if (network) {
    for (const key of ["applicationCookie", "loadBalancerCookie"] as const) {
      checks.that(
        args[key] === undefined,
        `${field}.${key}`,
        args[key],
        "left out on a Network Load Balancer, which reads no cookies",
        "use sourceIp, or put an Application Load Balancer behind it (albTarget)",
      );
    }
    checks.that(
      !(tls && args.sourceIp === true),
      `${field}.sourceIp`,
      args.sourceIp,
      "left out on a TLS target group, which cannot be sticky",
      "leave stickiness out or use protocol TCP",
    );
  } else {
    checks.that(
      args.sourceIp !== true,
      `${field}.sourceIp`,
      args.sourceIp,
      "left out on an Application Load Balancer",
      "use applicationCookie or loadBalancerCookie",
    );
  }
  checkApplicationCookie(checks, `${field}.applicationCookie`, args.applicationCookie);
  checks.range(
    `${field}.loadBalancerCookie.durationSeconds`,
    args.loadBalancerCookie?.durationSeconds,
    1,
    MAX_COOKIE_SECONDS,
    "seconds",
  );
}

function checkApplicationCookie(checks: Checks, field: string, cookie: ApplicationCookieArgs | undefined): void {
  if (cookie === undefined) {
    return;
  }
  checks.that(
    /^[!#$%&'*+.^`|~\w-]{1,256}$/.test(cookie.name),
    `${field}.name`,
    cookie.name,
    "a cookie name of 1 to 256 characters without spaces or separators",
    "pass the name of the cookie that the application sets",
  );
  const upper = cookie.name.toUpperCase();
  checks.that(
    !RESERVED_COOKIE_PREFIXES.some((prefix) => upper.startsWith(prefix)),
    `${field}.name`,
    cookie.name,
    `a name that does not start with ${RESERVED_COOKIE_PREFIXES.join(", ")}, which the load balancer uses itself`,
    "rename the application's cookie",
  );
  checks.range(`${field}.durationSeconds`, cookie.durationSeconds, 1, MAX_COOKIE_SECONDS, "seconds");
}

/** Stickiness as the target group takes it. */
export function stickinessInputs(
  args: StickinessArgs | undefined,
): pulumi.Unwrap<aws.types.input.lb.TargetGroupStickiness> | undefined {
  if (args?.applicationCookie !== undefined) {
    return {
      enabled: true,
      type: "app_cookie",
      cookieName: args.applicationCookie.name,
      cookieDuration: args.applicationCookie.durationSeconds ?? DEFAULT_COOKIE_SECONDS,
    };
  }
  if (args?.loadBalancerCookie !== undefined) {
    const cookieDuration = args.loadBalancerCookie.durationSeconds ?? DEFAULT_COOKIE_SECONDS;
    return { enabled: true, type: "lb_cookie", cookieDuration };
  }
  return args?.sourceIp === true ? { enabled: true, type: "source_ip" } : undefined;
}
