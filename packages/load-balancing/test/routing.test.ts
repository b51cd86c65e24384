import * as assert from "node:assert/strict";
import {
  ClaimFormat,
  RedirectCode,
  Unauthenticated,
  type ActionArgs,
  type ConditionArgs,
  type ListenerRuleArgs,
} from "@groundwork/load-balancing";
import * as pulumi from "@pulumi/pulumi";
import { arn, web } from "./balancers";
import { find, mistakes, names, record, waitsFor, type Recorded } from "./recorder";

const RULE = "aws:lb/listenerRule:ListenerRule";
const LISTENER = "aws:lb/listener:Listener";

/** The resources of a load balancer whose only listener has these rules. */
function withRules(...rules: ListenerRuleArgs[]): Promise<Recorded[]> {
  return record(() => web({ listeners: [{ port: 443, rules }] }));
}

function ruleMistakes(...rules: ListenerRuleArgs[]): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, rules }] }));
}

/** A rule with these conditions. */
function when(conditions: ConditionArgs): ListenerRuleArgs {
  return { name: "some", conditions, action: { forward: "app" } };
}

/** The default action's inputs. */
async function actionsOf(defaultAction: ActionArgs): Promise<unknown> {
  const resources = await record(() =>
    web({
      listeners: [
        {
          port: 443,
          defaultAction,
          rules: [{ name: "some", conditions: { paths: ["/"] }, action: { forward: "app" } }],
        },
      ],
    }),
  );
  return find(resources, LISTENER).inputs["defaultActions"];
}

function actionMistakes(defaultAction: ActionArgs): Promise<string[]> {
  return mistakes(() => web({ listeners: [{ port: 443, defaultAction, rules: [when({ paths: ["/"] })] }] }));
}

describe("listener rule", () => {
  it("takes all conditions, each value and each expression", async () => {
    const resources = await withRules(
      when({ hosts: ["*.example.com"], pathRegexes: ["^/v[12]/"], methods: ["GET"], sourceCidrs: ["10.0.0.0/8"] }),
      {
        ...when({
          headers: [{ name: "X-Version", values: ["2"] }],
          queries: [{ anyOf: [{ key: "beta", value: "on" }, { value: "debug" }] }],
        }),
        name: "other",
      },
    );
    assert.deepEqual(find(resources, RULE, "web-443-some").inputs["conditions"], [
      { hostHeader: { values: ["*.example.com"] } },
      { pathPattern: { regexValues: ["^/v[12]/"] } },
      { httpRequestMethod: { values: ["GET"] } },
      { sourceIp: { values: ["10.0.0.0/8"] } },
    ]);
    assert.deepEqual(find(resources, RULE, "web-443-other").inputs["conditions"], [
      { httpHeader: { httpHeaderName: "X-Version", values: ["2"] } },
      { queryStrings: [{ key: "beta", value: "on" }, { value: "debug" }] },
    ]);
  });

  it("rewrites host and address on the way to the target", async () => {
    const hostRewrite = { regex: "^(.*)\\.example\\.com$", replace: "$1.internal" };
    const urlRewrite = { regex: "^/api/(.*)$", replace: "/$1" };
    const resources = await withRules({ ...when({ paths: ["/api/*"] }), hostRewrite, urlRewrite });
    assert.deepEqual(find(resources, RULE).inputs["transforms"], [
      { type: "host-header-rewrite", hostHeaderRewriteConfig: { rewrite: hostRewrite } },
      { type: "url-rewrite", urlRewriteConfig: { rewrite: urlRewrite } },
    ]);
  });

  it("waits for its listener and its target group, and so outlives neither", async () => {
    const rule = find(await withRules(when({ paths: ["/"] })), RULE);
    assert.deepEqual(waitsFor(rule, "listenerArn"), ["web-443-listener"]);
    assert.deepEqual(waitsFor(rule, "actions"), ["web-app"]);
    assert.deepEqual(rule.inputs["actions"], [{ type: "forward", targetGroupArn: arn("web-app") }]);
  });

  it("is tried in the order of the list, or by the priorities that are given", async () => {
    const rules = ["zebra", "ape"].map((name) => ({ ...when({ paths: [`/${name}`] }), name }));
    const ordered = await withRules(...rules);
    const priority = (resources: Recorded[], name: string) =>
      Number(find(resources, RULE, `web-443-${name}`).inputs["priority"]);
    assert.ok(priority(ordered, "zebra") < priority(ordered, "ape"));
    const explicit = await withRules(...rules.map((rule, index) => ({ ...rule, priority: 10 - index })));
    assert.deepEqual([priority(explicit, "zebra"), priority(explicit, "ape")], [10, 9]);
  });

  it("is the same resource wherever it stands in the list, so that inserting another replaces none", async () => {
    const rules = ["one", "two"].map((name) => ({ ...when({ paths: [`/${name}`] }), name }));
    const before = names(await withRules(...rules), RULE);
    const after = names(await withRules({ ...when({ paths: ["/new"] }), name: "new" }, ...rules), RULE);
    assert.deepEqual(
      before.filter((name) => after.includes(name)),
      before,
    );
  });

  const cases: { it: string; rules: ListenerRuleArgs[]; mistakes: string[] }[] = [
    {
      it: "refuses one priority twice",
      rules: [
        { ...when({ paths: ["/a"] }), name: "a", priority: 5 },
        { ...when({ paths: ["/b"] }), name: "b", priority: 5 },
      ],
      mistakes: [
        "listeners[0].rules.priority is [5], but must be different on each rule of a listener; give each rule its own.",
      ],
    },
    {
      it: "refuses a priority on some rules only, because the order would be anyone's guess",
      rules: [
        { ...when({ paths: ["/a"] }), name: "a", priority: 5 },
        { ...when({ paths: ["/b"] }), name: "b" },
      ],
      mistakes: [
        'listeners[0].rules.priority is "set on 1 of 2 rules", but must be set on all rules of a listener or on none; ' +
          "leave it out everywhere, and the list's order decides.",
      ],
    },
    {
      it: "refuses a priority out of range",
      rules: [{ ...when({ paths: ["/a"] }), priority: 50001 }],
      mistakes: [
        "listeners[0].rules[0].priority is 50001, but must be a whole number from 1 to 50000; pass a number in that range.",
      ],
    },
    {
      it: "refuses one name twice, because rules are told apart by it",
      rules: [when({ paths: ["/a"] }), when({ paths: ["/b"] })],
      mistakes: ['listeners[0].rules.name is ["some"], but must be different on each rule of a listener; rename one.'],
    },
    {
      it: "refuses more values than a rule may hold",
      rules: [when({ paths: ["/a", "/b", "/c"], hosts: ["a.example.com", "b.example.com", "c.example.com"] })],
      mistakes: ["listeners[0].rules[0].conditions is 6, but must be 1 to 5 values in all; split the rule in two."],
    },
    {
      it: "refuses more wildcards than a rule may hold",
      rules: [when({ paths: ["/*/*/*", "/?/?/?"] })],
      mistakes: [
        "listeners[0].rules[0].conditions is 6, but must be at most 5 wildcards (* and ?); " +
          "split the rule in two or use one regular expression.",
      ],
    },
    {
      it: "refuses a rule for every request, which is what defaultAction is",
      rules: [when({})],
      mistakes: [
        "listeners[0].rules[0].conditions is 0, but must be 1 to 5 values in all; " +
          "say which requests the rule is for, or use defaultAction.",
      ],
    },
    {
      it: "refuses values that are too long, wrong methods, ranges without a length and the Host header as header",
      rules: [
        when({
          paths: ["x".repeat(129)],
          methods: ["get"],
          sourceCidrs: ["10.0.0.1"],
          headers: [{ name: "Host", values: ["example.com"] }],
        }),
      ],
      mistakes: [
        `listeners[0].rules[0].conditions.paths is "${"x".repeat(119)}…, but must be values of 1 to 128 characters; shorten it.`,
        'listeners[0].rules[0].conditions.methods is "get", but must be capitals, hyphens and underscores, at most 40; ' +
          "write it in capitals.",
        'listeners[0].rules[0].conditions.sourceCidrs is "10.0.0.1", but must be an address range such as 10.0.0.0/8; ' +
          "add the prefix length: /32 for one address.",
        'listeners[0].rules[0].conditions.headers[0].name is "Host", but must be a header name of at most 40 characters ' +
          "other than Host; use hosts for the Host header.",
      ],
    },
    {
      it: "refuses values beside expressions in one condition",
      rules: [when({ paths: ["/a"], pathRegexes: ["/b"] })],
      mistakes: [
        'listeners[0].rules[0].conditions.pathRegexes is ["/b"], but must be left out beside paths; ' +
          "write paths as regular expressions, too, or make two rules.",
      ],
    },
    {
      it: "refuses a target group that is not there",
      rules: [{ ...when({ paths: ["/a"] }), action: { forward: "ap" } }],
      mistakes: [
        'listeners[0].rules[0].action.forward is "ap", but must be one of app; name a target group that is there or add this one.',
      ],
    },
  ];
  for (const test of cases) {
    it(test.it, async () => {
      assert.deepEqual(await ruleMistakes(...test.rules), test.mistakes);
    });
  }
});

describe("action", () => {
  it("redirects", async () => {
    const redirect = { host: "www.example.com", path: "/new/#{path}", code: RedirectCode.TEMPORARY };
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
    const oidc = { ...endpoints, scope: "openid email", sessionSeconds: 3600, onUnauthenticated: Unauthenticated.DENY };
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
          sessionTimeout: 3600,
          onUnauthenticatedRequest: "deny",
        },
      },
      { type: "forward", order: 2, targetGroupArn: arn("web-app") },
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
    assert.deepEqual(first, { type: "authenticate-cognito", order: 1, authenticateCognito: cognito });
  });

  it("checks a service's token first", async () => {
    const jwt = { issuer: "https://id.example.com", jwksEndpoint: "https://id.example.com/jwks" };
    const claims = [{ name: "scope", format: ClaimFormat.SPACE_SEPARATED_VALUES, values: ["read"] }];
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
          claims: [{ name: "exp", format: ClaimFormat.SINGLE_STRING, values: ["1", "2"] }],
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
    const listeners = [{ port: 80, protocol: "HTTP" as const, allowUnencrypted: true, defaultAction }];
    assert.deepEqual(await mistakes(() => web({ listeners })), [
      "listeners[0].defaultAction.cognito needs an HTTPS listener, or tokens would travel unencrypted; move it to one.",
    ]);
  });
});
