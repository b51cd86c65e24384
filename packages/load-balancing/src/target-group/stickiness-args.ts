import type * as pulumi from "@pulumi/pulumi";

/** The longest time for which a cookie keeps a client at a target: seven days. */
export const MAX_COOKIE_SECONDS = 604800;
/** The time for which a cookie keeps a client at a target, unless the caller says otherwise: one day. */
export const DEFAULT_COOKIE_SECONDS = 86400;

/**
 * A cookie of the application that keeps a client at one target.
 *
 * The application sets the cookie `name`; the load balancer answers with its own encrypted cookie beside it, and the
 * client must send both back. Requests stick only once the application has set its cookie.
 */
export interface ApplicationCookieArgs {
  /** The cookie's name. Not one that starts with AWSALB, AWSALBAPP or AWSALBTG, which the load balancer uses itself. */
  name: pulumi.Input<string>;

  /**
   * Seconds for which requests stick after the cookie was last set, from 1 to 604800 (seven days).
   *
   * @default 86400 (one day)
   */
  durationSeconds?: pulumi.Input<number>;
}

/** A cookie of the load balancer that keeps a client at one target. */
export interface LoadBalancerCookieArgs {
  /**
   * Seconds for which requests stick, from 1 to 604800 (seven days).
   *
   * @default 86400 (one day)
   */
  durationSeconds?: pulumi.Input<number>;
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
   *
   * @default - another field is set
   */
  applicationCookie?: ApplicationCookieArgs;

  /**
   * A cookie that the load balancer sets. Application Load Balancers only.
   *
   * @default - another field is set
   */
  loadBalancerCookie?: LoadBalancerCookieArgs;

  /**
   * The client's address. Network Load Balancers only, and neither for a TLS target group nor behind a TLS listener.
   *
   * @default false
   */
  sourceIp?: boolean;
}
