import type * as pulumi from "@pulumi/pulumi";

/** The claims that a sign-in asks for, unless the caller says otherwise. */
export const DEFAULT_SCOPE = "openid";
/** The cookie that keeps a sign-in, unless the caller says otherwise. */
export const DEFAULT_SESSION_COOKIE = "AWSELBAuthSessionCookie";
/** Seconds for which a sign-in lasts, unless the caller says otherwise: seven days. */
export const DEFAULT_SESSION_SECONDS = 604800;

/** What becomes of a request whose client has not signed in. */
export enum Unauthenticated {
  /** Sent to sign in. */
  Authenticate = "authenticate",
  /** Let through, without claims. */
  Allow = "allow",
  /** Refused with 401. */
  Deny = "deny",
}

/**
 * Sign-in with an OpenID Connect provider.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
export interface OidcArgs {
  /** The provider: the `issuer` of its discovery document, an https address. */
  issuer: pulumi.Input<string>;

  /** Where people sign in: an https address of the provider. */
  authorizationEndpoint: pulumi.Input<string>;

  /** Where the load balancer gets tokens: an https address of the provider. */
  tokenEndpoint: pulumi.Input<string>;

  /** Where the load balancer gets claims: an https address of the provider. */
  userInfoEndpoint: pulumi.Input<string>;

  /** The id under which the provider knows the application. */
  clientId: pulumi.Input<string>;

  /** The application's secret at the provider. It is kept encrypted in the state, whether or not it comes as one. */
  clientSecret: pulumi.Input<string>;

  /**
   * The claims to ask for, separated by spaces.
   *
   * @default "openid"
   */
  scope?: pulumi.Input<string>;

  /**
   * The cookie that keeps the sign-in.
   *
   * @default "AWSELBAuthSessionCookie"
   */
  sessionCookieName?: pulumi.Input<string>;

  /**
   * Seconds for which a sign-in lasts, from 1 to 604800.
   *
   * @default 604800 (seven days)
   */
  sessionSeconds?: pulumi.Input<number>;

  /**
   * What becomes of a request whose client has not signed in.
   *
   * @default Unauthenticated.Authenticate
   */
  onUnauthenticated?: pulumi.Input<Unauthenticated>;

  /**
   * At most 10 query parameters for the authorization endpoint.
   *
   * @default - none
   */
  extraParams?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/**
 * Sign-in with an Amazon Cognito user pool.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-authenticate-users.html
 */
export interface CognitoArgs {
  /** The user pool's ARN. */
  userPoolArn: pulumi.Input<string>;

  /** The id of the user pool's app client. */
  userPoolClientId: pulumi.Input<string>;

  /** The domain's prefix, or the whole of a domain of your own. */
  userPoolDomain: pulumi.Input<string>;

  /**
   * The claims to ask for, separated by spaces.
   *
   * @default "openid"
   */
  scope?: pulumi.Input<string>;

  /**
   * The cookie that keeps the sign-in.
   *
   * @default "AWSELBAuthSessionCookie"
   */
  sessionCookieName?: pulumi.Input<string>;

  /**
   * Seconds for which a sign-in lasts, from 1 to 604800.
   *
   * @default 604800 (seven days)
   */
  sessionSeconds?: pulumi.Input<number>;

  /**
   * What becomes of a request whose client has not signed in.
   *
   * @default Unauthenticated.Authenticate
   */
  onUnauthenticated?: pulumi.Input<Unauthenticated>;

  /**
   * At most 10 query parameters for the authorization endpoint.
   *
   * @default - none
   */
  extraParams?: pulumi.Input<Record<string, pulumi.Input<string>>>;
}

/** How a claim holds its values. */
export enum ClaimFormat {
  /** One value. */
  SingleString = "single-string",
  /** A list. */
  StringArray = "string-array",
  /** One text, of values with spaces between them. */
  SpaceSeparatedValues = "space-separated-values",
}

/** A claim that a token must carry. */
export interface JwtClaimArgs {
  /** The claim's name: not exp, iss, nbf or iat, which are always checked. */
  name: pulumi.Input<string>;

  /** How the claim holds its values. */
  format: pulumi.Input<ClaimFormat>;

  /** The values, of which the token must hold one. */
  values: pulumi.Input<pulumi.Input<string>[]>;
}

/**
 * A check of the bearer token that a service sends.
 *
 * @see https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-verify-jwt.html
 */
export interface JwtArgs {
  /** Who issues the tokens: their `iss` claim. */
  issuer: pulumi.Input<string>;

  /** Where the issuer publishes its keys: a whole https address. */
  jwksEndpoint: pulumi.Input<string>;

  /**
   * Claims that a token must carry.
   *
   * @default - none beside those that are always checked
   */
  claims?: JwtClaimArgs[];
}
