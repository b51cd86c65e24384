import { mapInput } from "@groundwork/core";
import type * as inputs from "@pulumi/aws/types/input";
import * as pulumi from "@pulumi/pulumi";
import { LoadBalancerType } from "../shared/load-balancer-type";
import { RedirectCode, type ActionArgs, type WeightedForwardArgs } from "./action-args";
import {
  type CognitoArgs,
  DEFAULT_SCOPE,
  DEFAULT_SESSION_COOKIE,
  DEFAULT_SESSION_SECONDS,
  type JwtArgs,
  type OidcArgs,
  Unauthenticated,
} from "./authentication-args";
import { pairForward } from "./blue-green";
import { type BlueGreenArgs } from "./blue-green-args";

/** An action as listeners and rules take it; a plain object, so that order and type show in a preview. */
export type ActionInputs = inputs.lb.ListenerRuleAction & inputs.lb.ListenerDefaultAction;

/** What an action's names stand for. */
export interface Routes {
  type: LoadBalancerType;
  targetGroups: Record<string, { arn: pulumi.Input<string> }>;
  pairs: Record<string, BlueGreenArgs>;
  /** What must exist before requests are led to a target group, by its key. */
  registrations: Record<string, pulumi.Resource[]>;
}

/** The steps of an action: authentication first, if any. */
export function actionInputs(action: ActionArgs, routes: Routes): ActionInputs[] {
  const steps = [...authentication(action), finalAction(action, routes)];
  return steps.length === 1 ? steps : steps.map((step, index) => ({ ...step, order: index + 1 }));
}

function authentication(action: ActionArgs): ActionInputs[] {
  if (action.oidc !== undefined) {
    return [{ type: "authenticate-oidc", authenticateOidc: oidc(action.oidc) }];
  }
  if (action.cognito !== undefined) {
    return [{ type: "authenticate-cognito", authenticateCognito: cognito(action.cognito) }];
  }
  return action.jwt === undefined ? [] : [{ type: "jwt-validation", jwtValidation: jwt(action.jwt) }];
}

function oidc(args: OidcArgs) {
  return {
    issuer: args.issuer,
    authorizationEndpoint: args.authorizationEndpoint,
    tokenEndpoint: args.tokenEndpoint,
    userInfoEndpoint: args.userInfoEndpoint,
    clientId: args.clientId,
    clientSecret: pulumi.secret(args.clientSecret),
    ...session(args),
  };
}

function cognito(args: CognitoArgs) {
  return {
    userPoolArn: args.userPoolArn,
    userPoolClientId: args.userPoolClientId,
    userPoolDomain: args.userPoolDomain,
    ...session(args),
  };
}

function session(args: OidcArgs | CognitoArgs) {
  return {
    scope: args.scope ?? DEFAULT_SCOPE,
    sessionCookieName: args.sessionCookieName ?? DEFAULT_SESSION_COOKIE,
    sessionTimeout: args.sessionSeconds ?? DEFAULT_SESSION_SECONDS,
    onUnauthenticatedRequest: args.onUnauthenticated ?? Unauthenticated.Authenticate,
    authenticationRequestExtraParams: args.extraParams,
  };
}

function jwt(args: JwtArgs) {
  return { issuer: args.issuer, jwksEndpoint: args.jwksEndpoint, additionalClaims: args.claims };
}

function finalAction(action: ActionArgs, routes: Routes): ActionInputs {
  if (action.redirect !== undefined) {
    const { protocol, host, port, path, query, code } = action.redirect;
    const redirect = { protocol, host, port, path, query, statusCode: code ?? RedirectCode.Permanent };
    return { type: "redirect", redirect };
  }
  if (action.fixedResponse !== undefined) {
    const { statusCode, contentType, body } = action.fixedResponse;
    return {
      type: "fixed-response",
      fixedResponse: {
        statusCode: mapInput(statusCode, String),
        contentType: contentType ?? "text/plain",
        messageBody: body,
      },
    };
  }
  return forward(action, routes);
}

function forward(action: ActionArgs, routes: Routes): ActionInputs {
  const pair = action.forward === undefined ? undefined : routes.pairs[action.forward];
  const expanded = action.forward !== undefined && pair !== undefined ? pairForward(action.forward, pair) : action;
  if (expanded.weightedForward !== undefined) {
    return { type: "forward", forward: weightedForward(expanded.weightedForward, routes) };
  }
  return { type: "forward", targetGroupArn: routes.targetGroups[expanded.forward ?? ""]?.arn };
}

function weightedForward(args: WeightedForwardArgs, routes: Routes) {
  return {
    targetGroups: args.targets.flatMap((target) => {
      const targetGroup = routes.targetGroups[target.targetGroup];
      return targetGroup === undefined ? [] : [{ arn: targetGroup.arn, weight: target.weight }];
    }),
    stickiness: routes.type === LoadBalancerType.Network ? undefined : stickiness(args),
  };
}

/** Said even where it is off, because AWS keeps what it is not told. Its provider wants a duration in any case. */
function stickiness({ stickinessSeconds }: WeightedForwardArgs) {
  return { enabled: stickinessSeconds !== undefined, duration: stickinessSeconds ?? 1 };
}

/** What must exist before an action leads requests to its target groups. */
export function actionRegistrations(action: ActionArgs | undefined, routes: Routes): pulumi.Resource[] {
  const keys = action === undefined ? [] : actionTargets(action, routes.pairs);
  return keys.flatMap((key) => routes.registrations[key] ?? []);
}

/** The keys of the target groups that an action sends to. */
export function actionTargets(action: ActionArgs, pairs: Record<string, BlueGreenArgs>): string[] {
  const pair = action.forward === undefined ? undefined : pairs[action.forward];
  const expanded = action.forward !== undefined && pair !== undefined ? pairForward(action.forward, pair) : action;
  return [
    ...(expanded.forward === undefined ? [] : [expanded.forward]),
    ...(expanded.weightedForward?.targets.map((target) => target.targetGroup) ?? []),
  ];
}
