import * as assert from "node:assert/strict";
import { find, mistakes, record } from "@groundwork/core/testing";
import {
  ApplicationProtocol,
  ClaimFormat,
  RedirectCode,
  Unauthenticated,
  type ActionArgs,
} from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { arn, web } from "../balancers";

const LISTENER = "aws:lb/listener:Listener";

/** A rule that forwards to the target group, whatever the default action does. */
const RULES = [{ name: "some", conditions: { paths: ["/"] }, action: { forward: "app" } }];

/** The default action's inputs. */
async function actionsOf(defaultAction: ActionArgs): Promise<unknown> {
  const resources = await record(() =>
    web({
      listeners: [
        {
          port: 443,
          defaultAction,
          rules: RULES,
        },
      ],
    }),
  );
  return find(resources, LISTENER).inputs["defaultActions"];
}

function actionMistakes(defaultAction: ActionArgs): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, defaultAction, rules: RULES }] }));
}

describe("action", () => {
  it("redirects", async () => {
    const redirect = { host: "www.example.com", path: "/new/#{path}", code: RedirectCode.Temporary };
    assert.deepEqual(await actionsOf({ redirect }), [
      { type: "redirect", redirect: { host: "www.example.com", path: "/new/#{path}", statusCode: "HTTP_302" } },
    ]);
  });

  it("answers by itself", async () => {
    assert.deepEqual(await actionsOf({ fixedResponse: { statusCode: 503, body: "Back soon" } }), [
      {
        type: "fixed-response",
        fixedResponse: { statusCode: "503", contentType: "text/plain", messageBody: "Back soon" },
      },
    ]);
  });

  it("has people sign in with OpenID Connect first", async () => {
    const endpoints = {
      issuer: "https://id.example.com",
      authorizationEndpoint: "https://id.example.com/authorize",
      tokenEndpoint: "https://id.example.com/token",
      userInfoEndpoint: "https://id.example.com/userinfo",
      clientId: "web",
      clientSecret: "hunter2",
    };
    const oidc = {
      ...endpoints,
      scope: "openid email",
      sessionSeconds: 3600,
      onUnauthenticated: Unauthenticated.Deny,
      extraParams: { prompt: "login" },
    };
    const secret = (await actionsOf({ oidc, forward: "app" })) as Record<string, unknown>;
    assert.equal(
      secret[pulumi.runtime.specialSigKey],
      pulumi.runtime.specialSecretSig,
      "the client secret is kept as one",
    );
    assert.deepEqual(secret["value"], [
      {
        type: "authenticate-oidc",
        order: 1,
        authenticateOidc: {
          ...endpoints,
          scope: "openid email",
          sessionCookieName: "AWSELBAuthSessionCookie",
          sessionTimeout: 3600,
          onUnauthenticatedRequest: "deny",
          authenticationRequestExtraParams: { prompt: "login" },
        },
      },
      { type: "forward", order: 2, targetGroupArn: arn("web-app-target-group") },
    ]);
  });

  it("lets the load balancer reach the identity provider, or nobody could sign in", async () => {
    const cognito = { userPoolArn: "arn:aws:cognito-idp:x", userPoolClientId: "web", userPoolDomain: "shop" };
    const resources = await record(() =>
      web({ listeners: [{ port: 443, defaultAction: { cognito, forward: "app" } }] }),
    );
    const rule = find(
      resources,
      "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule",
      "web-egress-tcp-443-identity-provider",
    );
    assert.equal(rule.inputs["cidrIpv4"], "0.0.0.0/0");
    const [first] = find(resources, LISTENER).inputs["defaultActions"] as unknown[];
    assert.deepEqual(first, {
      type: "authenticate-cognito",
      order: 1,
      authenticateCognito: {
        ...cognito,
        scope: "openid",
        sessionCookieName: "AWSELBAuthSessionCookie",
        sessionTimeout: 604800,
        onUnauthenticatedRequest: "authenticate",
      },
    });
  });

  it("checks a service's token first", async () => {
    const jwt = { issuer: "https://id.example.com", jwksEndpoint: "https://id.example.com/jwks" };
    const claims = [{ name: "scope", format: ClaimFormat.SpaceSeparatedValues, values: ["read"] }];
    const actions = (await actionsOf({ jwt: { ...jwt, claims }, forward: "app" })) as unknown[];
    assert.deepEqual(actions[0], {
      type: "jwt-validation",
      order: 1,
      jwtValidation: { ...jwt, additionalClaims: claims },
    });
  });

  const shares = (...weights: number[]): ActionArgs => ({
    weightedForward: {
      targets: weights.map((weight, index) => ({ targetGroup: index === 0 ? "app" : "app2", weight })),
    },
  });
  const cases: { it: string; action: ActionArgs; mistakes: string[] }[] = [
    {
      it: "refuses to be none, and two at once",
      action: { forward: "app", fixedResponse: { statusCode: 200 } },
      mistakes: [
        'listeners[0].defaultAction is ["forward","fixedResponse"], but must be exactly one of forward, weightedForward, ' +
          "redirect, fixedResponse; say what becomes of the request, once.",
      ],
    },
    {
      it: "refuses weights outside 0 to 999, and target groups that are not there",
      action: shares(-1, 1000),
      mistakes: [
        "listeners[0].defaultAction.weightedForward.targets[0].weight is -1, but must be a whole number from 0 to 999; " +
          "pass a number in that range.",
        "listeners[0].defaultAction.weightedForward.targets[1].weight is 1000, but must be a whole number from 0 to 999; " +
          "pass a number in that range.",
        'listeners[0].defaultAction.weightedForward.targets[1].targetGroup is "app2", but must be one of app; ' +
          "name a target group that is there or add this one.",
      ],
    },
    {
      it: "refuses weights that send requests nowhere, and a single group",
      action: shares(0),
      mistakes: [
        "listeners[0].defaultAction.weightedForward.targets is 1, but must be 2 to 5 target groups; use forward for a single one.",
        "listeners[0].defaultAction.weightedForward.targets is [0], but must be weights of which one is above 0; " +
          "give one target group a weight.",
      ],
    },
    {
      it: "refuses a redirect that changes nothing, because the client would go in circles",
      action: { redirect: { protocol: "#{protocol}" } },
      mistakes: [
        'listeners[0].defaultAction.redirect is {"protocol":"#{protocol}"}, but must be a change of protocol, host, port, ' +
          "path or query; set one of them, or the client is sent in circles.",
      ],
    },
    {
      it: "refuses an answer that is a redirect",
      action: { fixedResponse: { statusCode: 301 } },
      mistakes: [
        "listeners[0].defaultAction.fixedResponse.statusCode is 301, but must be a status code 2xx, 4xx or 5xx; " +
          "use redirect for 3xx.",
      ],
    },
    {
      it: "refuses claims that are always checked, and keys that travel unencrypted",
      action: {
        forward: "app",
        jwt: {
          issuer: "https://id.example.com",
          jwksEndpoint: "http://id.example.com/jwks",
          claims: [{ name: "exp", format: ClaimFormat.SingleString, values: ["1", "2"] }],
        },
      },
      mistakes: [
        'listeners[0].defaultAction.jwt.jwksEndpoint is "http://id.example.com/jwks", but must be an https address with a ' +
          "path; pass the issuer's jwks_uri.",
        'listeners[0].defaultAction.jwt.claims[0].name is "exp", but must be a claim other than exp, iss, nbf, iat, which ' +
          "are always checked; remove it.",
        'listeners[0].defaultAction.jwt.claims[0].values is ["1","2"], but must be exactly one value; ' +
          "list what the token must hold.",
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await actionMistakes(test.action), test.mistakes);
    });
  }

  it("refuses to have people sign in over HTTP", async () => {
    const cognito = { userPoolArn: "arn:aws:cognito-idp:x", userPoolClientId: "web", userPoolDomain: "shop" };
    const defaultAction = { cognito, forward: "app" };
    const listeners = [{ port: 80, protocol: ApplicationProtocol.Http, allowUnencrypted: true, defaultAction }];
    assert.deepEqual(await mistakes(() => web({ listeners })), [
      "listeners[0].defaultAction.cognito needs an HTTPS listener, or tokens would travel unencrypted; move it to one.",
    ]);
  });
});
