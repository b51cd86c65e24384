import type * as pulumi from "@pulumi/pulumi";
import { type OidcArgs, type CognitoArgs, type JwtArgs } from "./authentication-args";

/** One share of a weighted forward. */
export interface WeightedTargetArgs {
  /** The target group's key. */
  targetGroup: string;

  /** Its weight, from 0 to 999: its share is its weight over the sum of all. */
  weight: pulumi.Input<number>;
}

/** Requests shared out among two to five target groups. */
export interface WeightedForwardArgs {
  /** The target groups and their weights; at least one weight is above 0. */
  targets: WeightedTargetArgs[];

  /**
   * Seconds for which a client stays with the target group that it was given first, from 1 to 604800. Application Load
   * Balancers only; required there if one of the target groups is sticky.
   *
   * @default - each request is shared out anew
   */
  stickinessSeconds?: pulumi.Input<number>;
}

/** The codes of a redirect. */
export enum RedirectCode {
  /** For good: browsers remember it. */
  Permanent = "HTTP_301",
  /** For now. */
  Temporary = "HTTP_302",
}

/** A redirect. What is left out stays as the client sent it; `#{host}`, `#{path}`, `#{port}`, `#{query}` stand for it. */
export interface RedirectArgs {
  /**
   * The protocol: `HTTP`, `HTTPS` or `#{protocol}`.
   *
   * @default "#{protocol}"
   */
  protocol?: pulumi.Input<string>;

  /**
   * The host name.
   *
   * @default "#{host}"
   */
  host?: pulumi.Input<string>;

  /**
   * The port, from 1 to 65535, as text.
   *
   * @default "#{port}"
   */
  port?: pulumi.Input<string>;

  /**
   * The path, of at most 128 characters, which starts with a slash.
   *
   * @default "/#{path}"
   */
  path?: pulumi.Input<string>;

  /**
   * The query string, without the question mark.
   *
   * @default "#{query}"
   */
  query?: pulumi.Input<string>;

  /**
   * Whether the client may remember it.
   *
   * @default RedirectCode.Permanent
   */
  code?: pulumi.Input<RedirectCode>;
}

/** An answer that the load balancer gives itself. */
export interface FixedResponseArgs {
  /** The status code: 2xx, 4xx or 5xx. */
  statusCode: pulumi.Input<number>;

  /**
   * What the body is: `text/plain`, `text/css`, `text/html`, `application/javascript` or `application/json`.
   *
   * @default "text/plain"
   */
  contentType?: pulumi.Input<string>;

  /**
   * The body, of at most 1024 characters.
   *
   * @default - empty
   */
  body?: pulumi.Input<string>;
}

/**
 * What a load balancer does with a request: exactly one of forward, weightedForward, redirect and fixedResponse, and
 * before it, on an HTTPS listener, at most one of oidc, cognito and jwt.
 */
export interface ActionArgs {
  /**
   * The key of a target group, or of a blue/green pair.
   *
   * @default - it is not forwarded to one
   */
  forward?: string;

  /**
   * Shares out requests among several target groups.
   *
   * @default - it is not shared out
   */
  weightedForward?: WeightedForwardArgs;

  /**
   * Sends the client elsewhere.
   *
   * @default - the client is not sent elsewhere
   */
  redirect?: RedirectArgs;

  /**
   * Answers at once.
   *
   * @default - a target answers
   */
  fixedResponse?: FixedResponseArgs;

  /**
   * Has people sign in with an OpenID Connect provider first.
   *
   * @default - nobody signs in
   */
  oidc?: OidcArgs;

  /**
   * Has people sign in with an Amazon Cognito user pool first.
   *
   * @default - nobody signs in
   */
  cognito?: CognitoArgs;

  /**
   * Has services show a valid token first.
   *
   * @default - no token is asked for
   */
  jwt?: JwtArgs;
}
