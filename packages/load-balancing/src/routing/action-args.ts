import type * as pulumi from "@pulumi/pulumi";

/** One share of a weighted forward. */
export interface WeightedTargetArgs {
  /** The target group's key. */
  targetGroup: string;
  /** Its weight, from 0 to 999: its share is its weight over the sum of all. */
  weight: number;
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
  stickinessSeconds?: number;
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
  /** @default "#{protocol}" */
  protocol?: string;
  /** @default "#{host}" */
  host?: string;
  /** @default "#{port}" */
  port?: string;
  /** Starts with a slash. @default "/#{path}" */
  path?: string;
  /** Without the question mark. @default "#{query}" */
  query?: string;
  /** @default RedirectCode.Permanent */
  code?: RedirectCode;
}

/** An answer that the load balancer gives itself. */
export interface FixedResponseArgs {
  /** The status code: 2xx, 4xx or 5xx. */
  statusCode: number;
  /** @default "text/plain" */
  contentType?: string;
  /** At most 1024 characters. */
  body?: pulumi.Input<string>;
}

/** What becomes of a request whose client has not signed in. */
export enum Unauthenticated {
  /** Sent to sign in. */
  Authenticate = "authenticate",
  /** Let through, without claims. */
  Allow = "allow",
  /** Refused with 401. */
  Deny = "deny",
}

/** Sign-in with an OpenID Connect provider. */
export interface OidcArgs {
  issuer: pulumi.Input<string>;
  authorizationEndpoint: pulumi.Input<string>;
  tokenEndpoint: pulumi.Input<string>;
  userInfoEndpoint: pulumi.Input<string>;
  clientId: pulumi.Input<string>;
  /** A secret: it is kept encrypted in the state, whether or not it comes as one. */
  clientSecret: pulumi.Input<string>;
  /** @default "openid" */
  scope?: pulumi.Input<string>;
  /** @default "AWSELBAuthSessionCookie" */
  sessionCookieName?: pulumi.Input<string>;
  /**
   * Seconds for which a sign-in lasts, from 1 to 604800.
   *
   * @default 604800 (seven days)
   */
  sessionSeconds?: number;
  /** @default Unauthenticated.Authenticate */
  onUnauthenticated?: Unauthenticated;
  /** At most 10 query parameters for the authorization endpoint. */
  extraParams?: Record<string, string>;
}

/** Sign-in with an Amazon Cognito user pool. */
export interface CognitoArgs {
  userPoolArn: pulumi.Input<string>;
  userPoolClientId: pulumi.Input<string>;
  /** The domain's prefix, or the whole of a domain of your own. */
  userPoolDomain: pulumi.Input<string>;
  /** @default "openid" */
  scope?: pulumi.Input<string>;
  /** @default "AWSELBAuthSessionCookie" */
  sessionCookieName?: pulumi.Input<string>;
  /**
   * Seconds for which a sign-in lasts, from 1 to 604800.
   *
   * @default 604800 (seven days)
   */
  sessionSeconds?: number;
  /** @default Unauthenticated.Authenticate */
  onUnauthenticated?: Unauthenticated;
  /** At most 10 query parameters for the authorization endpoint. */
  extraParams?: Record<string, string>;
}

/** How a claim holds its values. */
export enum ClaimFormat {
  SingleString = "single-string",
  StringArray = "string-array",
  SpaceSeparatedValues = "space-separated-values",
}

/** A claim that a token must carry. */
export interface JwtClaimArgs {
  /** Not exp, iss, nbf or iat, which are always checked. */
  name: string;
  format: ClaimFormat;
  /** The values, of which the token must hold one. */
  values: string[];
}

/** A check of the bearer token that a service sends. */
export interface JwtArgs {
  issuer: pulumi.Input<string>;
  /** Where the issuer publishes its keys: a whole https address. */
  jwksEndpoint: pulumi.Input<string>;
  /** @default - none beside those that are always checked */
  claims?: JwtClaimArgs[];
}

/**
 * What a load balancer does with a request: exactly one of forward, weightedForward, redirect and fixedResponse, and
 * before it, on an HTTPS listener, at most one of oidc, cognito and jwt.
 */
export interface ActionArgs {
  /** The key of a target group, or of a blue/green pair. */
  forward?: string;
  /** Shares out requests among several target groups. */
  weightedForward?: WeightedForwardArgs;
  /** Sends the client elsewhere. */
  redirect?: RedirectArgs;
  /** Answers at once. */
  fixedResponse?: FixedResponseArgs;
  /** Has people sign in with an OpenID Connect provider first. */
  oidc?: OidcArgs;
  /** Has people sign in with an Amazon Cognito user pool first. */
  cognito?: CognitoArgs;
  /** Has services show a valid token first. */
  jwt?: JwtArgs;
}
