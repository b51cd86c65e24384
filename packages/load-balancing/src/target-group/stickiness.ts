import { type Checks } from "@groundwork/core";
import type * as inputs from "@pulumi/aws/types/input";
import { LoadBalancerType } from "../shared/load-balancer-type";
import {
  type ApplicationCookieArgs,
  type StickinessArgs,
  MAX_COOKIE_SECONDS,
  DEFAULT_COOKIE_SECONDS,
} from "./stickiness-args";
import { TargetProtocol } from "./target-protocol";

/** The cookie names that the load balancer keeps for itself start with one of these. */
export const RESERVED_COOKIE_PREFIXES: readonly string[] = ["AWSALB", "AWSALBAPP", "AWSALBTG"];

/** What stickiness must fit. */
interface StickinessContext {
  type: LoadBalancerType;
  /** The target group's protocol. */
  protocol: TargetProtocol | undefined;
}

/** Records the mistakes in a target group's stickiness. */
export function checkStickiness(
  checks: Checks,
  field: string,
  args: StickinessArgs | undefined,
  { type, protocol }: StickinessContext,
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
  if (type === LoadBalancerType.Network) {
    for (const key of ["applicationCookie", "loadBalancerCookie"] as const) {
      checks.leftOut(
        `${field}.${key}`,
        args[key],
        "on a Network Load Balancer, which reads no cookies",
        "use sourceIp, or put an Application Load Balancer behind it (albTarget)",
      );
    }
    checks.that(
      !(protocol === TargetProtocol.Tls && args.sourceIp === true),
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
  checks.matches(
    `${field}.name`,
    cookie.name,
    /^[!#$%&'*+.^`|~\w-]{1,256}$/,
    "a cookie name of 1 to 256 characters without spaces or separators",
    "pass the name of the cookie that the application sets",
  );
  checks.matches(
    `${field}.name`,
    cookie.name,
    new RegExp(`^(?!${RESERVED_COOKIE_PREFIXES.join("|")})`, "i"),
    `a name that does not start with ${RESERVED_COOKIE_PREFIXES.join(", ")}, which the load balancer uses itself`,
    "rename the application's cookie",
  );
  checks.range(`${field}.durationSeconds`, cookie.durationSeconds, 1, MAX_COOKIE_SECONDS, "seconds");
}

/** The type in which a target group that can be sticky is told that it is not; TLS never is, and of QUIC AWS says nothing. */
const OFF_TYPES: Partial<Record<TargetProtocol, string>> = {
  [TargetProtocol.Http]: "lb_cookie",
  [TargetProtocol.Https]: "lb_cookie",
  [TargetProtocol.Tcp]: "source_ip",
  [TargetProtocol.Udp]: "source_ip",
  [TargetProtocol.TcpUdp]: "source_ip",
};

/** Stickiness as the target group takes it: switched off where there is none, because AWS keeps what it is not told. */
export function stickinessInputs(
  args: StickinessArgs | undefined,
  protocol: TargetProtocol | undefined,
): inputs.lb.TargetGroupStickiness | undefined {
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
  if (args?.sourceIp === true) {
    return { enabled: true, type: "source_ip" };
  }
  const type = protocol === undefined ? undefined : OFF_TYPES[protocol];
  return type === undefined ? undefined : { enabled: false, type };
}
